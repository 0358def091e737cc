// The page: whoever one is, what they see, and what they do.

import { avatar, h } from './dom.js';
import { drawBlocks } from './blocks.js';
import { useWorkspace } from './inputs.js';
import { confirmed, Modal } from './modal.js';
import { Log } from './messages.js';
import { useNames } from './mrkdwn.js';
import { useZone } from './time.js';

const $ = (id) => document.getElementById(id);
const DRAFT = '/herald draft https://acme.example/talks/cold-starts How we cut cold starts from nine seconds to one';

let me = localStorage.getItem('me') ?? '';
let room = localStorage.getItem('room') ?? 'approvals';
let scene = null;
let homes = new Set();
let homeDrawn = '';

const deeds = {
  /** Tells the workspace what one does; gives its answer, or null after a complaint. */
  async ask(deed) {
    try {
      const response = await fetch('/sandbox/act', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ as: me, ...deed }),
      });
      const answer = response.ok ? await response.json() : { complaint: `The sandbox answered ${response.status}.` };
      if (answer.complaint) {
        toast(answer.complaint);
        return null;
      }
      await refresh();
      return answer;
    } catch {
      toast('Herald does not answer. Is it still running?');
      return null;
    }
  },
  async act(deed) {
    return (await deeds.ask(deed)) !== null;
  },
  async press(element, deed) {
    if (element.confirm && !(await confirmed($('confirm'), element.confirm))) {
      return;
    }
    await deeds.ask({ do: 'press', ...deed });
  },
};

const channelLog = new Log($('channel-log'), deeds);
const directLog = new Log($('direct-log'), deeds);
const modal = new Modal($('modal'), deeds);

function toast(words) {
  const node = h('div', { class: 'toast' }, h('span', {}, words),
    h('button', { type: 'button', 'aria-label': 'Dismiss', onclick: () => node.remove() }, '✕'));
  $('toasts').append(node);
  setTimeout(() => node.remove(), 12_000);
}

let asking = false;
let again = false;

async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    do {
      again = false;
      const whose = me;
      const response = await fetch(`/sandbox/state?as=${encodeURIComponent(whose)}`);
      const next = await response.json();
      if (whose === me) {
        scene = next;
        me = next.me;
        draw();
      } else {
        again = true;
      }
    } while (again);
  } finally {
    asking = false;
  }
}

function draw() {
  useZone(scene.zone);
  useNames(scene);
  useWorkspace(scene);
  drawPeople();
  drawChannels();
  const channel = scene.channels.find((each) => each.name === room) ?? scene.channels.find((each) => !each.direct);
  const direct = scene.channels.find((each) => each.id === scene.direct);
  if (channel) {
    $('channel-title').textContent = `Channel #${channel.name}`;
    $('channel-about').textContent = `${channel.members} members`;
    $('say-label').textContent = `Message #${channel.name}`;
    channelLog.show(channel, scene, 'Nothing has been said here yet.');
  }
  const person = scene.people.find((each) => each.id === me);
  $('direct-about').textContent = `${person.name} and ${scene.app}`;
  directLog.show(direct, scene, `${scene.app} has not written to ${person.name} yet.`);
  seen(direct);
  drawHome(person);
  drawShortcuts();
  modal.show(scene.modal);
  openHomeOnce();
}

function drawPeople() {
  const nodes = scene.people.filter((person) => !person.bot).map((person) => {
    const partId = `part-${person.id}`;
    const news = person.id !== me && person.latest && person.latest > (localStorage.getItem(`seen-${person.id}`) ?? '');
    return h('li', { class: person.id === me ? 'current' : '' },
      avatar(person, 'small'),
      h('span', { class: 'who' },
        h('button', {
          type: 'button', 'aria-pressed': String(person.id === me), 'aria-describedby': partId,
          onclick: () => become(person.id),
        }, person.name),
        h('span', { class: 'part', id: partId }, person.part, news ? h('span', { class: 'hidden' }, ', new messages') : null)),
      news ? h('span', { class: 'dot', 'aria-hidden': 'true' }) : null);
  });
  keepFocus($('people'), nodes);
}

function drawChannels() {
  const nodes = scene.channels.filter((channel) => !channel.direct).map((channel) =>
    h('li', {}, h('button', {
      type: 'button', 'aria-pressed': String(channel.name === room),
      onclick: () => {
        room = channel.name;
        localStorage.setItem('room', room);
        draw();
      },
    }, h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), channel.name)));
  keepFocus($('channels'), nodes);
}

/** Replaces a list of buttons, with the focus staying on the same one. */
function keepFocus(list, nodes) {
  const index = [...list.children].findIndex((each) => each.contains(document.activeElement));
  list.replaceChildren(...nodes);
  if (index >= 0) {
    list.children[index]?.querySelector('button')?.focus();
  }
}

function drawHome(person) {
  const key = JSON.stringify([me, scene.home]);
  if (key === homeDrawn) {
    return;
  }
  homeDrawn = key;
  $('home-about').textContent = `${scene.app}, as ${person.name} sees it`;
  const root = $('home-blocks');
  const top = root.scrollTop;
  const hadFocus = root.contains(document.activeElement);
  if (!scene.home) {
    root.replaceChildren(h('p', { class: 'empty' }, `${scene.app} has not drawn this Home yet.`));
    return;
  }
  root.replaceChildren(...drawBlocks(scene.home.blocks, {
    heading: 'h3',
    value: (block, action) => scene.home.state?.values?.[block]?.[action],
    press: (block, element, value) => deeds.press(element, {
      where: 'home', block: block.block_id, action: element.action_id, value,
    }),
  }));
  root.scrollTop = top;
  if (hadFocus) {
    root.focus({ preventScroll: true });
  }
}

function drawShortcuts() {
  const offered = scene.shortcuts.filter((each) => !each.onMessage);
  if ($('shortcuts').childElementCount !== offered.length) {
    $('shortcuts').replaceChildren(...offered.map((each) => h('button', {
      type: 'button', class: 'quiet', onclick: () => deeds.act({ do: 'shortcut', callback: each.callbackId }),
    }, h('span', { 'aria-hidden': 'true' }, '⚡ '), each.name)));
  }
}

function seen(direct) {
  const newest = direct.messages.at(-1)?.ts;
  if (newest) {
    localStorage.setItem(`seen-${me}`, newest);
  }
}

/** Slack tells the app when somebody looks at Home; here it is always in sight. */
function openHomeOnce() {
  if (!homes.has(me)) {
    homes.add(me);
    deeds.act({ do: 'home' });
  }
}

function become(person) {
  me = person;
  localStorage.setItem('me', me);
  homes.delete(me);
  refresh();
}

function composer(form, box, channel) {
  const send = async () => {
    const typed = box.value.trim();
    if (!typed) {
      return;
    }
    const command = typed.startsWith('/');
    if (command && !/^\/herald(\s|$)/.test(typed)) {
      toast(`${typed.split(/\s/)[0]} is not a command of this workspace. Try /herald.`);
      return;
    }
    box.value = '';
    box.dispatchEvent(new Event('input'));
    if (!(await deeds.act({ do: command ? 'command' : 'say', channel: channel(), text: typed })) && !box.value) {
      box.value = typed;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  box.addEventListener('input', () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  });
}

composer($('channel-form'), $('say'), () => (scene.channels.find((each) => each.name === room) ?? scene.channels[0]).id);
composer($('direct-form'), $('command'), () => scene.direct);

$('home-open').addEventListener('click', () => deeds.act({ do: 'home' }));
$('tip-draft').addEventListener('click', () => {
  $('command').value = DRAFT;
  $('command').dispatchEvent(new Event('input'));
  $('command').focus();
});
$('tips').open = localStorage.getItem('tips') !== 'closed';
$('tips').addEventListener('toggle', () => localStorage.setItem('tips', $('tips').open ? 'open' : 'closed'));

let polling = null;
const events = new EventSource('/sandbox/events');
events.onmessage = () => {
  clearInterval(polling);
  polling = null;
  refresh();
};
// Where events do not come through, asking now and then does.
events.onerror = () => {
  polling ??= setInterval(refresh, 2000);
};
refresh();
