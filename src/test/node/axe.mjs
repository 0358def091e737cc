// Looks at pages as people with a screen reader or poor sight meet them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SERIOUS = ['serious', 'critical'];

/** Fails where a page has a serious or critical fault, naming each with its place. */
export async function looksSound(page, what) {
  await standsStill(page);
  await page.evaluate(AXE);
  const found = await page.evaluate('axe.run()');
  const faults = found.violations
    .filter((fault) => SERIOUS.includes(fault.impact))
    .flatMap((fault) => fault.nodes.map((node) => `${fault.id} at ${node.target}: ${node.failureSummary}`));
  if (faults.length) {
    throw new Error(`axe, ${what}:\n${faults.join('\n')}`);
  }
  // A page that was not drawn has no faults either.
  if (found.passes.length < 10) {
    throw new Error(`axe, ${what}: only ${found.passes.length} rules had anything to look at`);
  }
  console.log(`axe: ${what}, ${found.passes.length} rules hold`);
}

// What fades in has not its own colours yet, and what axe measures then is nobody's sight.
async function standsStill(page) {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect.getComputedTiming().endTime))
        .map((animation) => animation.finished.catch(() => {})),
    ),
  );
}
