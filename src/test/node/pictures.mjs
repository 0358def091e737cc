// Makes the pictures of the README anew, from a sandbox that it starts and ends:
//   npm ci --prefix src/test/node --ignore-scripts && node src/test/node/pictures.mjs
// Look at them before they are committed.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallPng } from './png.mjs';
import { open, press } from './stage.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const IMAGES = join(ROOT, 'src/site/resources/images');
const HEADLINE = 'Our office garden opens on Friday';
const TEXT = 'Forty square metres of herbs and tomatoes on the roof, and a bench in the shade. We open it on'
  + ' Friday at four, and everybody in the street is invited. Bring a plant if you like!';
const X = 'Herbs, tomatoes and a bench in the shade: our roof garden opens on Friday at four, and the whole'
  + ' street is invited.';

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
  await stage.type(`/herald draft https://acme.example/garden ${TEXT}`);
  const form = await stage.form('New draft');
  await form.getByLabel('Headline').fill(HEADLINE);
  await press(form, 'Add a wording for X');
  await form.getByLabel('Wording for X').fill(X);
  await form.getByLabel('Image link').fill('https://images.acme.example/office-garden.png');
  await form.getByLabel('Image description').fill('A roof garden with raised beds, a bench and the city behind it');
  await press(form, 'Submit');
  await form.waitFor({ state: 'hidden' });

  await stage.become('Clara Novak');
  await page.setViewportSize(PAGE);
  const review = await stage.message(channel, HEADLINE, 'Waiting for an approver');
  await review.getByRole('button', { name: 'Approve' }).scrollIntoViewIfNeeded();
  await settled();
  await keep(await page.screenshot({ scale: 'css' }), 'sandbox.png');
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
  await settled();
  await card.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await card.boundingBox();
  await keep(await stage.page.screenshot({ clip: { x: x + 2, y, width: width - 4, height } }), name);
}

/** Writes a picture, small. An empty page reads its pixels, which the sandbox's policy does not allow. */
async function keep(png, name) {
  const reader = await stage.context.newPage();
  const { width, height, pixels } = await reader.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    brush.drawImage(bitmap, 0, 0);
    const { data } = brush.getImageData(0, 0, bitmap.width, bitmap.height);
    let bytes = '';
    for (let at = 0; at < data.length; at += 8192) {
      bytes += String.fromCharCode(...data.subarray(at, at + 8192));
    }
    return { width: bitmap.width, height: bitmap.height, pixels: btoa(bytes) };
  }, png.toString('base64'));
  await reader.close();
  const small = smallPng({ width, height, data: Buffer.from(pixels, 'base64') });
  writeFileSync(join(IMAGES, name), small);
  console.log(`${name}: ${width} x ${height}, ${Math.round(small.length / 1024)} KB`);
}

/** Pictures are loaded, and the pointer points at nothing. */
async function settled() {
  const { page } = stage;
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => {}))));
  await page.waitForTimeout(300);
}
