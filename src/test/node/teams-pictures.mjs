// Makes the pictures of the README that Microsoft's playground draws, from one that it starts
// against a Herald and ends:
//   npm ci --prefix src/test/node --ignore-scripts && node src/test/node/teams-pictures.mjs
// Look at them before they are committed.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESCRIPTION, HEADLINE, IMAGE, LINK, TEXT } from './garden.mjs';
import { keep, settled } from './keep.mjs';
import { open, until } from './stage.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const GARDEN = readFileSync(join(ROOT, 'src/main/resources/io/herald/sandbox/images/office-garden.svg'));
// Who stands in playground.yml.
const AMIRA = '29:1amira';
const CLARA = '29:1clara';
const CHAT = 'a:1amira';
const APPROVALS = '19:approvals@thread.tacv2';

const data = mkdtempSync(join(tmpdir(), 'herald-teams-pictures-'));
const both = spawn(join(ROOT, 'scripts/teams-playground'), ['--fresh', '--no-browser'], {
  env: {
    HERALD_PORT: '3979', PLAYGROUND_PORT: '56151', HERALD_GRACE: '1s', ...process.env, HERALD_DATA: data,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const calls = [];
let origin;
let stage;
try {
  origin = await address();
  stage = await open('about:blank', { deviceScaleFactor: 2, viewport: { width: 1440, height: 1600 } });
  stage.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => {
    const { log } = JSON.parse(payload.toString());
    if (log?.request) {
      calls.push(log);
    }
  }));
  // Nothing here is fetched from elsewhere; the picture is one of the sandbox's.
  await stage.context.route(IMAGE, (route) => route.fulfill({ contentType: 'image/svg+xml', body: GARDEN }));
  await stage.page.goto(origin);
  await draw();
} finally {
  await stage?.close();
  both.kill('SIGTERM');
  await new Promise((resolve) => both.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

function address() {
  return new Promise((resolve, reject) => {
    both.stdout.on('data', (line) => {
      const found = /open (http:\S+)/.exec(line);
      if (found) {
        resolve(found[1]);
      }
    });
    both.once('exit', (code) => reject(new Error(`The playground ended with ${code}`)));
  });
}

async function draw() {
  const { page } = stage;
  await type('join');
  await seen('You have joined');
  await type(`draft ${LINK} ${TEXT}`);
  const form = await seen('New draft', 'Forty square metres');
  await invoke(AMIRA, CHAT, form, 'Submit', {
    ...defaults(card(form)), link: LINK, headline: HEADLINE, text: TEXT, ...picture(form),
  });
  const review = await seen(HEADLINE, 'Waiting for an approver', 'Approve');
  await page.getByText('approvals', { exact: true }).click();
  await keepCard('Approve', 'teams-review-card.png');

  await invoke(CLARA, APPROVALS, review, 'Approve', {});
  await seen(HEADLINE, 'because you follow General');
  await page.getByText('Personal Chat', { exact: true }).click();
  await keepCard('Not for me', 'teams-post-card.png');
}

/** The newest card with this button, with a little of what is around it. */
async function keepCard(button, name) {
  const { page } = stage;
  const whole = page.locator('.ac-adaptiveCard', { has: page.getByRole('button', { name: button }) }).last();
  await whole.waitFor();
  await settled(page);
  await whole.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await whole.boundingBox();
  const clip = { x: x - 8, y: y - 8, width: width + 16, height: height + 16 };
  await keep(stage.context, await page.screenshot({ clip }), name);
}

/** What Herald sends comes with a card, alone or as the first message of a thread. */
function card(call) {
  const { body } = call.request;
  return (body?.activity ?? body)?.attachments?.[0]?.content;
}

/** The newest call of Herald's with these words on its card, once there is one. */
async function seen(...words) {
  let found;
  await until(`a card with ${words}`, () => {
    found = calls.findLast((call) => {
      const text = JSON.stringify(card(call) ?? call.request.body?.text ?? '');
      return words.every((each) => text.includes(each));
    });
    return found !== undefined;
  });
  return found;
}

function all(node, is) {
  if (node === null || typeof node !== 'object') {
    return [];
  }
  return [...(is(node) ? [node] : []), ...Object.values(node).flatMap((each) => all(each, is))];
}

/** What stands in a form as it came. */
function defaults(form) {
  const inputs = all(form, (node) => node.type?.startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? '']).filter(([, value]) => value !== ''));
}

/** The input of a form with a label, filled in. */
function filled(form, label, value) {
  const [input] = all(card(form), (node) => node.type?.startsWith('Input.') && node.label === label);
  if (!input) {
    throw new Error(`no input ${label}`);
  }
  return { [input.id]: value };
}

function picture(form) {
  return { ...filled(form, 'Image link', IMAGE), ...filled(form, 'Image description', DESCRIPTION) };
}

async function type(text) {
  await post(`/_conversation/v1/conversations/${CHAT}/messages`, {
    from: { id: AMIRA }, text, textFormat: 'plain', mentions: [],
  });
}

/** Presses a button as somebody, in the chat or in the thread that the card began. */
async function invoke(person, chat, call, label, inputs) {
  const [action] = all(card(call), (node) => node.verb !== undefined && node.title === label);
  const sent = call.response.body;
  await post('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    conversation: { id: sent.activityId ? sent.id : chat },
    from: { id: person },
    replyToId: sent.activityId ?? sent.id,
    value: { trigger: 'manual', action: { ...action, data: { ...action.data, ...inputs } } },
  });
}

async function post(path, body) {
  const answer = await fetch(origin + path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}
