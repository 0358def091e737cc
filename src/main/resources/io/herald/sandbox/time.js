// Moments are shown in the zone of whoever one is, which Slack knows of everybody.

let zone = 'UTC';

export function useZone(name) {
  zone = name;
}

function format(seconds, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
    .format(new Date(seconds * 1000));
}

function dayOf(seconds) {
  return format(seconds, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

function pretty(seconds, otherwise) {
  const now = Date.now() / 1000;
  for (const [days, word] of [[0, 'today'], [-1, 'yesterday'], [1, 'tomorrow']]) {
    if (dayOf(now + days * 86400) === dayOf(seconds)) {
      return word;
    }
  }
  return otherwise;
}

export function clock(seconds) {
  return format(seconds, { hour: '2-digit', minute: '2-digit' });
}

export function full(seconds) {
  return format(seconds, { dateStyle: 'full', timeStyle: 'short' });
}

/** A day of this or another year. */
export function plainDay(seconds) {
  return format(seconds, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function dayAndClock(seconds) {
  const day = pretty(seconds, format(seconds, { day: 'numeric', month: 'short' }));
  return day === 'today' ? clock(seconds) : `${day} ${clock(seconds)}`;
}

function ago(seconds) {
  const passed = Math.round(Date.now() / 1000 - seconds);
  const steps = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']];
  const [unit, word] = steps.find(([step]) => Math.abs(passed) >= step) ?? [1, 'second'];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
    .format(-Math.round(passed / unit), word);
}

/** Slack's date patterns: {date_short_pretty} at {time}. */
export function slackDate(seconds, pattern) {
  const short = format(seconds, { day: 'numeric', month: 'short', year: 'numeric' });
  const long = format(seconds, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const plain = format(seconds, { day: 'numeric', month: 'long', year: 'numeric' });
  const parts = {
    date_num: dayOf(seconds).split('/').reverse().join('-'),
    date_slash: dayOf(seconds),
    date: plain,
    date_short: short,
    date_long: long,
    date_pretty: pretty(seconds, plain),
    date_short_pretty: pretty(seconds, short),
    date_long_pretty: pretty(seconds, long),
    time: clock(seconds),
    time_secs: format(seconds, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago: ago(seconds),
    day_divider_pretty: pretty(seconds, long),
  };
  return pattern.replace(/\{([a-z_]+)\}/g, (whole, name) => parts[name] ?? whole);
}

function fields(seconds) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(seconds * 1000));
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

/** What a datetime-local input shows for a moment. */
export function toLocal(seconds) {
  const at = fields(seconds);
  return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
}

/** The moment that a datetime-local input means. */
export function fromLocal(text) {
  const meant = Date.parse(`${text}Z`) / 1000;
  let guess = meant;
  for (let i = 0; i < 2; i += 1) {
    guess = meant - (Date.parse(`${toLocal(guess)}Z`) / 1000 - guess);
  }
  return guess;
}
