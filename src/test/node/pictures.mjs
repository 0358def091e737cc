// Makes the pictures of the README anew, from a sandbox that it starts and ends:
//   npm ci --prefix src/test/node --ignore-scripts && node src/test/node/pictures.mjs
// Look at them before they are committed.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESCRIPTION, HEADLINE, IMAGE, LINK, ON_X, TEXT } from './garden.mjs';
import { keep, settled } from './keep.mjs';
import { open, press } from './stage.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// Wide enough for cards to be as wide as in Slack, and high enough for a whole one.
const CARDS = { width: 1680, height: 1400 };
const PAGE = { width: 1440, height: 960 };

const data = mkdtempSync(join(tmpdir(), 'herald-pictures-'));
const herald = spawn(join(ROOT, 'scripts/run'), {
  env: { ...process.env, HERALD_DATA: data, HERALD_PORT: '0', HERALD_OPERATIONS_PORT: '0', HERALD_GRACE: '1s' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let stage;
try {
  stage = await open(await address(), { deviceScaleFactor: 2, viewport: CARDS });
  await draw();
} finally {
  await stage?.close();
  herald.kill('SIGTERM');
  await new Promise((resolve) => herald.once('exit', resolve));
  rmSync(data, { recursive: true });
}

function address() {
  return new Promise((resolve, reject) => {
    herald.stdout.on('data', (line) => {
      const found = /^Open (\S+)/m.exec(line);
      if (found) {
        resolve(found[1]);
      }
    });
    herald.once('exit', (code) => reject(new Error(`Herald ended with ${code}`)));
  });
}

async function draw() {
  const { page, channel, messages } = stage;
  await stage.message(channel, 'Our talk on cold starts is online', 'Waiting for an approver');
  await stage.become('Amira Haddad');
  await stage.type(`/herald draft ${LINK} ${TEXT}`);
  const form = await stage.form('New draft');
  await form.getByLabel('Headline').fill(HEADLINE);
  await press(form, 'Add a wording for X');
  await form.getByLabel('Wording for X').fill(ON_X);
  await form.getByLabel('Image link').fill(IMAGE);
  await form.getByLabel('Image description').fill(DESCRIPTION);
  await press(form, 'Submit');
  await form.waitFor({ state: 'hidden' });

  await stage.become('Clara Novak');
  await page.setViewportSize(PAGE);
  const review = await stage.message(channel, HEADLINE, 'Waiting for an approver');
  await review.getByRole('button', { name: 'Approve' }).scrollIntoViewIfNeeded();
  await settled(stage.page);
  await keep(stage.context, await page.screenshot({ scale: 'css' }), 'sandbox.png');
  await page.setViewportSize(CARDS);
  await picture(review, 'review-card.png');
  await press(review, 'Approve');
  await stage.message(channel, HEADLINE, 'It is live');

  await stage.become('Ben Okafor');
  const post = await stage.message(messages, HEADLINE, 'because you follow General');
  await picture(post, 'post-card.png');
}

/** One card, without the lines of the pane in which it stands. */
async function picture(card, name) {
  await settled(stage.page);
  await card.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await card.boundingBox();
  const clip = { x: x + 2, y, width: width - 4, height };
  await keep(stage.context, await stage.page.screenshot({ clip }), name);
}
