// The Markdown of Adaptive Cards, as much of it as Herald writes, in text nodes and few elements.

import { h, safeHref } from './dom.js';
import { clock, full, plainDay } from './time.js';

const PART = /\\([!-/:-@[-`{-~])|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)|\{\{(DATE|TIME)\(([^,)]+)[^)]*\)\}\}/g;

/** Paragraphs for a text. */
export function markdown(text) {
  return text.split(/\n{2,}/).filter((each) => each.trim()).map((each) => h('p', {}, inline(each)));
}

/** Nodes for a text of one line. */
export function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PART)) {
    nodes.push(text.slice(from, found.index));
    from = found.index + found[0].length;
    const [, escaped, bold, label, address, , moment] = found;
    if (escaped) {
      nodes.push(escaped);
    } else if (bold) {
      nodes.push(h('b', {}, inline(bold)));
    } else if (moment) {
      const seconds = Date.parse(moment) / 1000;
      nodes.push(found[5] === 'DATE'
        ? h('time', { datetime: moment, title: full(seconds) }, plainDay(seconds))
        : clock(seconds));
    } else {
      const href = safeHref(address);
      nodes.push(href
        ? h('a', { href, target: '_blank', rel: 'noreferrer noopener' }, inline(label))
        : h('span', {}, inline(label)));
    }
  }
  nodes.push(text.slice(from));
  return nodes.filter((each) => each !== '');
}

/** The words alone, for names and titles. */
export function plain(text) {
  return h('span', {}, inline(text)).textContent;
}
