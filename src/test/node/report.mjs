// Opens the page of an export from the disk and looks for words in it, as a reader does:
//   node report.mjs FILE.html WORDS OTHERS
// WORDS stand in some of its entries and OTHERS in none.

import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import { looksSound } from './axe.mjs';
import { until } from './stage.mjs';

const [file, words, others] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
try {
  // What lies on a disk brings its policy with it; only axe must come in from outside.
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await looksSound(page, `the page of an export, ${colorScheme}`);
    await context.close();
  }
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const entries = page.locator('tbody tr');
  const shown = page.locator('tbody tr:visible');
  const all = await entries.count();
  const status = page.getByRole('status');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await until('everything is shown at first', async () => (await shown.count()) === all);
  await search.fill(words);
  await until(`some entries have "${words}"`, async () => {
    const some = await shown.count();
    return some > 0 && some < all && (await status.innerText()) === `${some} of ${all} entries`;
  });
  for (const text of await shown.allInnerTexts()) {
    if (!text.toLowerCase().includes(words.split(' ')[0].toLowerCase())) {
      throw new Error(`found, though it does not say "${words}": ${text}`);
    }
  }
  await search.fill(others);
  await until(`no entry has "${others}"`, async () => (await shown.count()) === 0);
  await until('it says so', async () => (await status.innerText()).startsWith('No entry'));
  await search.fill('');
  await until('all are back', async () => (await shown.count()) === all);
  await until('nothing goes beyond the screen', () =>
    page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  if (asked.length !== 1) {
    throw new Error(`it asked for more than itself: ${asked}`);
  }
} finally {
  await browser.close();
}
