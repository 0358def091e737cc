// Writes small PNGs: of a picture's colours the 256 that tell it best, and each pixel as a number.

import { deflateSync } from 'node:zlib';

/** @param {{width: number, height: number, data: Uint8Array}} image four bytes a pixel, opaque */
export function smallPng({ width, height, data }) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = chosen(frequent);
  const numbers = new Map(frequent.map((colour) => [colour, nearest(colour, palette)]));
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      rows[y * (width + 1) + 1 + x] = numbers.get((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, with as little between them as 256 places allow. */
function chosen(frequent) {
  for (let apart = 0; ; apart += 1) {
    const palette = [];
    for (const colour of frequent) {
      if (palette.every((other) => distance(colour, other) > apart * apart)) {
        palette.push(colour);
      }
      if (palette.length > 256) {
        break;
      }
    }
    if (palette.length <= 256) {
      return palette;
    }
  }
}

function nearest(colour, palette) {
  let best = 0;
  palette.forEach((other, number) => {
    if (distance(colour, other) < distance(colour, palette[best])) {
      best = number;
    }
  });
  return best;
}

function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return ~sum >>> 0;
}
