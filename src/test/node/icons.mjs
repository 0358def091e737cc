// Draws the two icons of the Teams app anew: node icons.mjs. One picture, in colour and as an
// outline, so that they cannot drift apart.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const MANIFEST = fileURLToPath(new URL('../../../manifests/teams/', import.meta.url));

// The herald's trumpet of the sandbox's icon, on a field without corners: Teams cuts its own.
const COLOR = `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 64 64">
  <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#3b6cf6"/><stop offset="1" stop-color="#1d3fb8"/>
  </linearGradient></defs>
  <rect width="64" height="64" fill="url(#g)"/>
  <path d="M14 29.300c0-1.800 1.400-3.200 3.200-3.200h8.600L43 16.700c1.700-.9 3.700.3 3.700 2.200v26.200c0 1.900-2 3.100-3.700 2.200l-17.200-9.400h-8.600c-1.800 0-3.200-1.400-3.200-3.200z" fill="#fff"/>
  <path d="M21 40.200h6.400l2.300 8.600a1.800 1.800 0 0 1-1.800 2.300h-3.500a2.300 2.300 0 0 1-2.200-1.700z" fill="#cfdcff"/>
  <path d="M50.700 27a7.300 7.300 0 0 1 0 10" fill="none" stroke="#ffc94d" stroke-width="3.200" stroke-linecap="round"/>
</svg>`;

const OUTLINE = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"
    fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
  <path d="M4 14.500a1.500 1.500 0 0 1 1.500-1.500H11l9.500-5.600a1 1 0 0 1 1.500.9v15.400a1 1 0 0 1-1.500.9L11 19H5.500A1.500 1.500 0 0 1 4 17.500z"/>
  <path d="M8 19.500 9.600 25h3.400l-1.600-5.500"/>
  <path d="M26.200 12.600a4.800 4.800 0 0 1 0 6.800"/>
</svg>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
try {
  await draw(COLOR, 192, 'color.png');
  await draw(OUTLINE, 32, 'outline.png');
} finally {
  await browser.close();
}

async function draw(svg, size, name) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(MANIFEST + name, await page.screenshot({ omitBackground: true }));
  await page.close();
}
