// The whole story, played in the sandbox's page by four people: node story.mjs ADDRESS [PICTURE],
// where a picture of the page is left if it fails. SandboxStoryTest starts it.

import assert from 'node:assert/strict';
import { looksSound } from './axe.mjs';
import { open, press, until } from './stage.mjs';

const [address, picture] = process.argv.slice(2);
const origin = new URL(address).origin;
const AMIRA = 'Amira Haddad';
const BEN = 'Ben Okafor';
const CLARA = 'Clara Novak';
const DAN = 'Dan Lindqvist';
const HEADLINE = 'Our garden opens on Friday';
const FIRST = 'Our garden is open.';
const SECOND = 'Our garden opens on Friday, and everybody in the street is invited.';

const stage = await open(address);
const { page, channel, messages, home } = stage;

// Everything here waits with a bound; this is for what does not.
const end = setTimeout(() => fail(new Error('the story took too long')), 200_000);

try {
  await everybodyIsThere();
  await benLeaves();
  await amiraDrafts();
  await claraRequestsChanges();
  await amiraResubmits();
  await benJoins();
  await claraApprovesUndoesAndApproves();
  const link = await benShares();
  await danWithdraws();
  await itIsOver(link);
  clearTimeout(end);
  await stage.close();
} catch (e) {
  await fail(e);
}

async function everybodyIsThere() {
  // What the sandbox's people do before a newcomer comes ends with this draft.
  await stage.message(channel, 'Our talk on cold starts is online', 'Waiting for an approver');
  for (const name of [AMIRA, BEN, CLARA, DAN]) {
    await page.getByRole('button', { name, exact: true }).waitFor();
  }
  await stage.become(AMIRA);
  await home.getByRole('heading', { name: 'What you can share now' }).waitFor();
  await looksSound(page, 'the page with cards and Home');
  await page.emulateMedia({ colorScheme: 'dark' });
  await looksSound(page, 'the same in the dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function benLeaves() {
  await stage.become(BEN);
  const log = page.locator('#direct-log');
  await until('older messages above', () => log.evaluate((list) => list.scrollTop > 0));
  await log.evaluate((list) => { list.scrollTop = 0; });
  await stage.type('/herald leave');
  const answer = await stage.message(messages, 'You have left');
  await until('the answer in view', () => answer.evaluate((message) => {
    const seen = message.closest('#direct-log').getBoundingClientRect();
    const lies = message.getBoundingClientRect();
    return lies.top >= seen.top && lies.bottom <= seen.bottom;
  }));
}

async function amiraDrafts() {
  await stage.become(AMIRA);
  await stage.type(`/herald draft https://acme.example/garden ${FIRST}`);
  const form = await stage.form('New draft');
  const link = form.getByLabel('Link', { exact: true });
  assert.equal(await link.inputValue(), 'https://acme.example/garden');
  assert.equal(await form.getByLabel('Post text').inputValue(), FIRST);
  await form.getByLabel('Headline').fill(HEADLINE);
  await link.fill('acme.example/garden');
  await press(form, 'Submit');

  await until('the mistake stands at the field', async () =>
    (await described(link)).includes('The link must begin with https:// or http://.') || described(link));
  assert.equal(await link.getAttribute('aria-invalid'), 'true');
  assert.equal(await form.getByLabel('Headline').getAttribute('aria-invalid'), null);
  assert.equal(await form.getByLabel('Headline').inputValue(), HEADLINE, 'what was typed is kept');
  await looksSound(page, 'an open form with a mistake');

  await link.fill('https://acme.example/garden');
  await press(form, 'Submit');
  await form.waitFor({ state: 'hidden' });
  await stage.message(messages, HEADLINE, 'Your draft is in review');
}

/** What a screen reader says of a field after its name. */
function described(field) {
  return field.evaluate((node) => (node.getAttribute('aria-describedby') ?? '').split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
}

async function claraRequestsChanges() {
  await stage.become(CLARA);
  const card = await stage.message(channel, HEADLINE, 'Waiting for an approver');
  await press(card, 'Request changes');
  const form = await stage.form('Request changes');
  await form.getByLabel('Reason').fill('Say when, and who may come.');
  await press(form, 'Send');
  await stage.message(channel, HEADLINE, 'Changes requested by @clara: Say when, and who may come.');
  await looksSound(page, 'a decided card with its thread');
}

async function amiraResubmits() {
  await stage.become(AMIRA);
  const card = await stage.message(messages, HEADLINE, 'Changes requested by @clara', 'Say when');
  await press(card, 'Edit and resubmit');
  const form = await stage.form('Edit and resubmit');
  assert.equal(await form.getByLabel('Headline').inputValue(), HEADLINE);
  assert.equal(await form.getByLabel('Post text').inputValue(), FIRST);
  await form.getByLabel('Post text').fill(SECOND);
  await press(form, 'Submit');
  await stage.message(messages, HEADLINE, 'Your draft is in review');
}

async function benJoins() {
  await stage.become(BEN);
  await home.getByRole('heading', { name: 'Hello, I am Herald' }).waitFor();
  await looksSound(page, 'Home of somebody who has not joined');
  await press(home, 'Join');
  const answer = await stage.form('Herald');
  await answer.getByText('You have joined. You follow General').waitFor();
  await press(answer, 'Close');
  await answer.waitFor({ state: 'hidden' });
  await home.getByRole('button', { name: 'Join', exact: true }).waitFor({ state: 'hidden' });
}

async function claraApprovesUndoesAndApproves() {
  await stage.become(CLARA);
  await press(await stage.message(channel, SECOND, 'round 2', 'Waiting for an approver'), 'Approve');
  await press(await stage.message(channel, SECOND, 'Approved by @clara', 'Undo'), 'Undo');
  const again = await stage.message(channel, SECOND, 'round 2', 'Waiting for an approver');
  await press(again, 'Approve');
  await stage.message(channel, SECOND, 'Approved by @clara', 'It is live');
}

/** Follows a share link as far as the network's door; returns the link. */
async function benShares() {
  await stage.become(BEN);
  const card = await stage.message(messages, HEADLINE, SECOND, 'because you follow General');
  const button = card.getByRole('link', { name: `Share on LinkedIn: ${HEADLINE}` });
  const link = await button.getAttribute('href');
  assert.ok(link.startsWith(`${origin}/s/`), link);

  const [door, tab] = await Promise.all([
    stage.context.waitForEvent('request', (request) => request.url().startsWith('https://www.linkedin.com/')),
    stage.context.waitForEvent('page'),
    button.click(),
  ]);
  assert.equal(door.redirectedFrom()?.url(), link, 'the share link leads to the composer');
  const composer = new URL(door.url());
  assert.equal(composer.pathname + composer.search.slice(0, 17), '/feed/?shareActive=true');
  const words = composer.searchParams.get('text');
  const tracked = words.match(new RegExp(`${origin}/c/[A-Za-z0-9]{10}`))?.[0];
  assert.ok(words.startsWith(SECOND) && tracked, words);
  await tab.close();

  const public_ = await fetch(tracked, { redirect: 'manual', headers: { 'User-Agent': 'Mozilla/5.0 Firefox/140.0' } });
  assert.equal(public_.status, 302);
  assert.match(public_.headers.get('location'), /^https:\/\/acme\.example\/garden\?utm_source=linkedin&/);

  await pagesOfNetworksWithoutComposer(card);
  return link;
}

async function pagesOfNetworksWithoutComposer(card) {
  const copy = await card.getByRole('link', { name: `Share on Facebook: ${HEADLINE}` }).getAttribute('href');
  await press(card, `More… ways to share ${HEADLINE}`);
  const more = await stage.form('More ways to share');
  await looksSound(page, 'the form with more ways to share');
  const kit = await more.getByRole('link', { name: /Instagram/ }).getAttribute('href');
  await press(more, 'Close');
  await more.waitFor({ state: 'hidden' });

  const tab = await stage.context.newPage();
  await tab.goto(copy);
  await tab.getByRole('heading', { name: 'Share on Facebook' }).waitFor();
  assert.ok((await tab.getByLabel('Your words').inputValue()).startsWith(SECOND));
  await looksSound(tab, 'the page with the words to copy');
  await tab.goto(kit);
  await tab.getByRole('heading', { name: 'Share on Instagram' }).waitFor();
  await looksSound(tab, 'the kit page');
  await tab.close();
}

async function danWithdraws() {
  await stage.become(DAN);
  await press(home, `Withdraw: “${HEADLINE}”`);
  const form = await stage.form('Withdraw');
  await form.getByLabel('Why').fill('It rains on Friday.');
  await press(form, 'Send');
  await form.waitFor({ state: 'hidden' });
  await home.getByRole('button', { name: `Withdraw: “${HEADLINE}”` }).waitFor({ state: 'hidden' });
  await looksSound(page, 'Home of a lead');
}

async function itIsOver(link) {
  await stage.become(BEN);
  const card = await stage.message(messages, HEADLINE, 'was withdrawn, so please do not share it any more: It rains on Friday.');
  assert.equal(await card.getByRole('link').count(), 0, 'no share button is left');
  await stage.message(messages, 'which you shared, was withdrawn');

  const tab = await stage.context.newPage();
  const answer = await tab.goto(link);
  assert.equal(answer.status(), 410);
  await tab.getByText('It rains on Friday.').waitFor();
  await tab.close();
}

async function fail(e) {
  console.error(e);
  if (picture) {
    await page.screenshot({ path: picture }).catch(() => {});
  }
  process.exit(1);
}
