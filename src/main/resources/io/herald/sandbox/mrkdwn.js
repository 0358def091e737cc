// Slack's markup, drawn as Slack draws it, in text nodes and a handful of elements.

import { h, safeHref } from './dom.js';
import { full, slackDate } from './time.js';

const EMOJI = {
  wave: '👋', tada: '🎉', rocket: '🚀', sparkles: '✨', white_check_mark: '✅',
  heavy_check_mark: '✔️', x: '❌', warning: '⚠️', eyes: '👀', mega: '📣', loudspeaker: '📢',
  memo: '📝', pencil2: '✏️', link: '🔗', calendar: '📅', hourglass: '⌛',
  hourglass_flowing_sand: '⏳', bell: '🔔', no_bell: '🔕', heart: '❤️', '+1': '👍', thumbsup: '👍',
  '-1': '👎', clap: '👏', fire: '🔥', bulb: '💡', lock: '🔒', unlock: '🔓', gear: '⚙️', house: '🏠',
  chart_with_upwards_trend: '📈', bar_chart: '📊', star: '⭐', leftwards_arrow_with_hook: '↩️',
  arrow_right: '➡️', large_green_circle: '🟢', large_yellow_circle: '🟡', red_circle: '🔴',
  white_circle: '⚪', snowflake: '❄️', information_source: 'ℹ️', speech_balloon: '💬',
  busts_in_silhouette: '👥', bust_in_silhouette: '👤', newspaper: '📰', hand: '✋', smile: '😄',
  slightly_smiling_face: '🙂', thinking_face: '🤔', seedling: '🌱', trophy: '🏆', pushpin: '📌',
  label: '🏷️', mag: '🔍', no_entry: '⛔', no_entry_sign: '🚫', stop_sign: '🛑', clock3: '🕒',
};

let people = new Map();
let channels = new Map();

/** Whom <@U…> and <#C…> name. */
export function useNames(scene) {
  people = new Map(scene.people.map((person) => [person.id, person.name]));
  channels = new Map(scene.channels.map((channel) => [channel.id, channel.name]));
}

export function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function emojis(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
}

const INLINE = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    '(?<![\\w*])\\*([^*\\s](?:[^*\\n]*[^*\\s])?)\\*(?![\\w*])',
    '(?<![\\w_])_([^_\\s](?:[^_\\n]*[^_\\s])?)_(?![\\w_])',
    '(?<![\\w~])~([^~\\s](?:[^~\\n]*[^~\\s])?)~(?![\\w~])',
  ].join('|'),
  'g',
);

/** Nodes for a mrkdwn text. */
export function mrkdwn(text) {
  const nodes = [];
  text.split(/```/).forEach((part, index) => {
    if (index % 2 === 1) {
      nodes.push(h('pre', {}, unescape(part.replace(/^\n|\n$/g, ''))));
    } else if (part) {
      nodes.push(...lines(part));
    }
  });
  return nodes;
}

function lines(text) {
  const nodes = [];
  let quote = [];
  const plain = [];
  const flushPlain = () => {
    if (plain.length) {
      nodes.push(...inline(plain.join('\n')));
      plain.length = 0;
    }
  };
  const flushQuote = () => {
    if (quote.length) {
      nodes.push(h('blockquote', {}, inline(quote.join('\n'))));
      quote = [];
    }
  };
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (quoted) {
      flushPlain();
      quote.push(quoted[1]);
    } else {
      flushQuote();
      plain.push(line);
    }
  }
  flushPlain();
  flushQuote();
  return nodes;
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    words(text.slice(from, match.index), nodes);
    from = match.index + match[0].length;
    const [, code, token, bold, italic, strike] = match;
    if (code !== undefined) {
      nodes.push(h('code', {}, unescape(code)));
    } else if (token !== undefined) {
      nodes.push(drawToken(token));
    } else if (bold !== undefined) {
      nodes.push(h('b', {}, inline(bold)));
    } else if (italic !== undefined) {
      nodes.push(h('i', {}, inline(italic)));
    } else {
      nodes.push(h('s', {}, inline(strike)));
    }
  }
  words(text.slice(from), nodes);
  return nodes;
}

function words(text, nodes) {
  if (text) {
    nodes.push(document.createTextNode(emojis(unescape(text))));
  }
}

function drawToken(token) {
  const [target, label] = split(token);
  if (target.startsWith('@')) {
    return mention(target.slice(1), label);
  }
  if (target.startsWith('#')) {
    return h('span', { class: 'mention' }, `#${label ?? channels.get(target.slice(1)) ?? target.slice(1)}`);
  }
  if (target.startsWith('!date^')) {
    const [, seconds, pattern, url] = target.split('^');
    const shown = slackDate(Number(seconds), pattern);
    const time = h('time', { datetime: new Date(seconds * 1000).toISOString(), title: full(Number(seconds)) }, shown);
    return url ? link(url, [time]) : time;
  }
  if (target.startsWith('!')) {
    const name = target.startsWith('!subteam^') ? label ?? '@group' : `@${target.slice(1)}`;
    return h('span', { class: 'mention loud' }, name);
  }
  return link(target, label === undefined ? [unescape(target)] : inline(label));
}

function split(token) {
  const bar = token.indexOf('|');
  return bar < 0 ? [token, undefined] : [token.slice(0, bar), token.slice(bar + 1)];
}

function mention(id, label) {
  return h('span', { class: 'mention' }, `@${people.get(id) ?? label ?? id}`);
}

function link(url, children) {
  const href = safeHref(unescape(url));
  return href === null
    ? h('span', {}, children)
    : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children);
}

/** The node for a text object of either kind. */
export function text(object) {
  return object.type === 'mrkdwn'
    ? mrkdwn(object.text)
    : [document.createTextNode(object.emoji === false ? object.text : emojis(object.text))];
}

/** A run of rich text. */
export function run(element) {
  switch (element.type) {
    case 'text':
      return styled(element.style, [document.createTextNode(element.text)]);
    case 'link':
      return styled(element.style, [link(element.url, [element.text ?? element.url])]);
    case 'emoji':
      return document.createTextNode(EMOJI[element.name] ?? `:${element.name}:`);
    case 'user':
      return mention(element.user_id);
    case 'channel':
      return drawToken(`#${element.channel_id}`);
    case 'usergroup':
      return drawToken(`!subteam^${element.usergroup_id}`);
    case 'broadcast':
      return drawToken(`!${element.range}`);
    case 'date':
      return drawToken(`!date^${element.timestamp}^${element.format}|${element.fallback ?? ''}`);
    default:
      return document.createTextNode('');
  }
}

function styled(style = {}, nodes) {
  let inner = nodes;
  for (const [name, tag] of [['code', 'code'], ['strike', 's'], ['italic', 'i'], ['bold', 'b']]) {
    if (style[name]) {
      inner = [h(tag, {}, inner)];
    }
  }
  return h('span', {}, inner);
}
