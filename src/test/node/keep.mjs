// Keeps pictures of the browser for the README, small.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallPng } from './png.mjs';

const IMAGES = fileURLToPath(new URL('../../site/resources/images', import.meta.url));

/** Writes a picture. An empty page reads its pixels, which the policy of a page may not allow. */
export async function keep(context, png, name) {
  const reader = await context.newPage();
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
export async function settled(page) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => {}))));
  await page.waitForTimeout(300);
}
