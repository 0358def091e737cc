// A browser before the sandbox's page, and what people do there, by roles and labels alone.

import { chromium } from 'playwright-core';

const PATIENCE = 20_000;

/**
 * Opens the page in a browser to which nothing but this machine has an address.
 *
 * @param {string} address where the page is, as http://127.0.0.1:8080/sandbox
 * @param {object} options of the browser's context
 */
export async function open(address, options = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    timeout: PATIENCE,
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 }, locale: 'en-GB', ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(address);
  return new Stage(browser, context, page);
}

export class Stage {
  constructor(browser, context, page) {
    this.browser = browser;
    this.context = context;
    this.page = page;
    this.channel = page.getByRole('region', { name: 'Channel #approvals' });
    this.messages = page.getByRole('region', { name: 'Messages' });
    this.home = page.getByRole('region', { name: 'Home' });
  }

  /** Turns into somebody; returns when what they see is there. */
  async become(name) {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    await this.messages.getByText(`${name} and Herald`).waitFor();
  }

  async type(command) {
    await this.page.getByLabel('Command or message to Herald').fill(command);
    await this.page.getByRole('button', { name: 'Send to Herald' }).click();
  }

  /** The newest message in a region with all of these words, once it is there. */
  async message(region, ...words) {
    let found = region.getByRole('article');
    for (const each of words) {
      found = found.filter({ hasText: each });
    }
    await found.last().waitFor();
    return found.last();
  }

  /** The open form with this title. */
  async form(title) {
    const form = this.page.getByRole('dialog', { name: title });
    await form.waitFor();
    return form;
  }

  close() {
    return this.browser.close();
  }
}

/** Presses a button of a message, a form or a region. */
export function press(where, name) {
  return where.getByRole('button', { name, exact: true }).click();
}

/** Waits until something is so, and fails after a while, saying what was expected and last seen. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE;
  let seen;
  do {
    seen = await look();
    if (seen === true) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error(`not so: ${what}; seen: ${JSON.stringify(seen)}`);
}
