// Draws Adaptive Cards with Microsoft's own renderer: node cards.mjs FILE... Says what it warned of,
// and what of a card cannot be found by its label afterwards; ends with 0 where there is nothing.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { chromium } from 'playwright-core';

const RENDERER = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const TYPES = /^(Input|Action)\./;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
try {
  const page = await browser.newPage();
  const said = [];
  page.on('console', (line) => {
    // The pictures of the cards are nowhere: this browser has no address but its own.
    if (['warning', 'error'].includes(line.type()) && !line.text().includes('net::ERR_')) {
      said.push(line.text());
    }
  });
  page.on('pageerror', (error) => said.push(error.message));
  for (const file of process.argv.slice(2)) {
    const card = JSON.parse(readFileSync(file, 'utf8'));
    await page.setContent('<!doctype html><html lang="en"><body></body></html>');
    await page.addScriptTag({ content: RENDERER });
    said.push(...await page.evaluate(draw, card), ...await missing(page, card));
    console.log(`${basename(file)}: ${await page.locator('.ac-adaptiveCard *').count()} elements`);
    for (const words of said.splice(0)) {
      console.log(`  ${words}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}

/** Runs in the page. */
function draw(json) {
  const { AdaptiveCard, HostConfig, SerializationContext } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replace(/[&<]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign]);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  // As Teams is: six actions are seen, more are in a menu.
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 }, supportsInteractivity: true });
  const context = new SerializationContext();
  card.parse(json, context);
  const events = [];
  for (let i = 0; i < context.eventCount; i += 1) {
    events.push(context.getEventAt(i).message);
  }
  for (const failure of card.validateProperties().validationEvents) {
    events.push(`${failure.source.getJsonTypeName()}: ${failure.message}`);
  }
  const drawn = card.render();
  if (drawn) {
    document.body.append(drawn);
  } else {
    events.push('nothing was drawn');
  }
  return events;
}

/** Each input by its label, each action by its title. */
async function missing(page, card) {
  const lost = [];
  for (const each of all(card)) {
    if (each.type.startsWith('Input.')) {
      const drawn = await page.getByLabel(each.label ?? '').count();
      if (!each.label || drawn === 0) {
        lost.push(`no input with the label “${each.label}”`);
      }
    } else if (each.mode !== 'secondary' && await page.getByText(each.title, { exact: true }).count() === 0) {
      lost.push(`no action “${each.title}”`);
    }
  }
  return lost;
}

function all(node) {
  if (Array.isArray(node)) {
    return node.flatMap(all);
  }
  if (node === null || typeof node !== 'object') {
    return [];
  }
  const within = ['body', 'items', 'columns', 'actions'].flatMap((name) => all(node[name] ?? []));
  return TYPES.test(node.type) ? [node, ...within] : within;
}
