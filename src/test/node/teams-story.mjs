// The story in Teams, played in the sandbox's page: node teams-story.mjs ADDRESS [PICTURE], where a
// picture of the page is left if it fails. SandboxStoryTest starts it.

import assert from 'node:assert/strict';
import { looksSound } from './axe.mjs';
import { open, press, until } from './stage.mjs';

const [address, picture] = process.argv.slice(2);
const origin = new URL(address).origin;
const AMIRA = 'Amira Haddad';
const BEN = 'Ben Okafor';
const CLARA = 'Clara Novak';
const HEADLINE = 'Our garden opens on Friday';
const TEXT = 'Our garden opens on Friday, and everybody in the street is invited.';

const stage = await open(address);
const { page, messages } = stage;
const slackChannel = stage.channel;
const channel = page.getByRole('region', { name: 'Channel approvals' });

// Everything here waits with a bound; this is for what does not.
const end = setTimeout(() => fail(new Error('the story took too long')), 200_000);

try {
  // What the sandbox's people do before a newcomer comes ends with this draft.
  await stage.message(slackChannel, 'Our talk on cold starts is online', 'Waiting for an approver');
  await stage.message(slackChannel, 'We halved the energy our servers use', 'It is live');
  await turnTo('Teams');
  await benLooksAround();
  await amiraDrafts();
  await benMayNotDecide();
  await claraApproves();
  await benGetsThePost();
  await slackFollows();
  await amiraOpensTheExtension();
  clearTimeout(end);
  await stage.close();
} catch (e) {
  await fail(e);
}

async function turnTo(platform) {
  await page.getByRole('button', { name: platform, exact: true }).click();
  await page.getByRole('button', { name: platform, exact: true, pressed: true }).waitFor();
}

/** He is the same member as in Slack, where he joined; from now on he was last here. */
async function benLooksAround() {
  await stage.become(BEN);
  await channel.waitFor();
  await stage.message(messages, 'Your code is');
  await stage.type('feed');
  await stage.message(messages, 'What you can share now', 'We halved the energy our servers use');
  await looksSound(page, 'the page in Teams');
  await page.emulateMedia({ colorScheme: 'dark' });
  await looksSound(page, 'the same in the dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function amiraDrafts() {
  await stage.become(AMIRA);
  await stage.type(`draft https://acme.example/garden ${TEXT}`);
  const card = await stage.message(messages, 'Herald', 'New draft');
  const link = card.getByLabel('Link', { exact: true });
  assert.equal(await link.inputValue(), 'https://acme.example/garden');
  assert.equal(await card.getByLabel('Post text').inputValue(), TEXT);
  await card.getByLabel('Headline').fill(HEADLINE);
  await link.fill('acme.example/garden');
  await press(card, 'Submit');

  await until('the mistake stands at the field', async () =>
    (await described(link)).includes('The link must begin with https:// or http://.') || described(link));
  assert.equal(await link.getAttribute('aria-invalid'), 'true');
  assert.equal(await card.getByLabel('Headline').inputValue(), HEADLINE, 'what was typed is kept');
  await looksSound(page, 'a card with inputs and a mistake');

  await link.fill('https://acme.example/garden');
  await press(card, 'Submit');
  await stage.message(messages, HEADLINE, 'Your draft is in review');
}

/** What a screen reader says of a field after its name. */
function described(field) {
  return field.evaluate((node) => (node.getAttribute('aria-describedby') ?? '').split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
}

async function benMayNotDecide() {
  await stage.become(BEN);
  await press(await stage.message(channel, HEADLINE, 'Waiting for an approver'), 'Approve');
  await page.getByText('Only an approver can do this').first().waitFor();
}

async function claraApproves() {
  await stage.become(CLARA);
  await press(await stage.message(channel, HEADLINE, 'Waiting for an approver'), 'Approve');
  const card = await stage.message(channel, HEADLINE, 'Approved by');
  await until('nobody can decide any more', async () =>
    (await card.getByRole('button', { name: 'Approve', exact: true }).count()) === 0);
}

async function benGetsThePost() {
  await stage.become(BEN);
  const card = await stage.message(messages, HEADLINE, TEXT, 'because you follow General');
  const link = await card.getByRole('link', { name: 'Share on LinkedIn' }).getAttribute('href');
  assert.ok(link.startsWith(`${origin}/s/`), link);
  await looksSound(page, 'a post and a decided card in Teams');
}

/** There the card is decided as well, and Ben has no second copy of the post. */
async function slackFollows() {
  await turnTo('Slack');
  await stage.become(BEN);
  const card = await stage.message(slackChannel, HEADLINE, 'It is live');
  assert.equal(await card.getByRole('button', { name: 'Approve', exact: true }).count(), 0);
  assert.equal(await messages.getByRole('article').filter({ hasText: TEXT }).count(), 0);
  await turnTo('Teams');
}

async function amiraOpensTheExtension() {
  await stage.become(AMIRA);
  await press(page.getByRole('region', { name: 'Messages' }).locator('.shortcuts'), 'Submit a draft');
  const form = await stage.form('New draft');
  await form.getByLabel('Headline').waitFor();
  await looksSound(page, 'the message extension');
  await press(form, 'Close this form');
  await form.waitFor({ state: 'hidden' });
}

async function fail(e) {
  console.error(e);
  if (picture) {
    await page.screenshot({ path: picture }).catch(() => {});
  }
  process.exit(1);
}
