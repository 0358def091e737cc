// The page: whoever one is, what they see, and what they do.

import { avatar, h } from './dom.js';
import { drawBlocks } from './blocks.js';
import { useWorkspace } from './inputs.js';
import { confirmed, Modal } from './modal.js';
import { Log } from './messages.js';
import { useNames } from './mrkdwn.js';
import { TeamsDialog, TeamsLog } from './teams.js';
import { useZone } from './time.js';

const $ = (id) => document.getElementById(id);
const DRAFT = 'draft https://acme.example/talks/cold-starts How we cut cold starts from nine seconds to one';

let me = localStorage.getItem('me') ?? '';
let room = localStorage.getItem('room') ?? 'approvals';
let where = localStorage.getItem('in') ?? 'slack';
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
        body: JSON.stringify({ in: where, as: me, ...deed }),
      });
      const answer = response.ok ? await response.json() : { complaint: `The sandbox answered ${response.status}.` };
      if (answer.complaint) {
        toast(answer.complaint);
        return null;
      }
      if (answer.says) {
        toast(answer.says);
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

const faces = {
  slack: {
    channelLog: new Log($('channel-log'), deeds),
    directLog: new Log($('direct-log'), deeds),
    modal: new Modal($('modal'), deeds),
  },
  teams: {
    channelLog: new TeamsLog($('channel-log'), deeds),
    directLog: new TeamsLog($('direct-log'), deeds),
    modal: new TeamsDialog($('modal'), deeds),
  },
};

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
      const whose = `${where} ${me}`;
      const response = await fetch(`/sandbox/state?in=${where}&as=${encodeURIComponent(me)}`);
      const next = await response.json();
      if (whose === `${where} ${me}`) {
        scene = next;
        me = next.me;
        localStorage.setItem('me', next.people.find((each) => each.id === me).name);
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
  const { channelLog, directLog, modal } = faces[where];
  document.body.dataset.in = where;
  $('in-slack').setAttribute('aria-pressed', String(where === 'slack'));
  $('in-teams').setAttribute('aria-pressed', String(where === 'teams'));
  $('command').placeholder = where === 'slack' ? '/herald' : 'help';
  useZone(scene.zone);
  useNames(scene);
  useWorkspace(scene);
  drawPeople();
  drawChannels();
  const channel = scene.channels.find((each) => each.name.toLowerCase() === room) ?? scene.channels.find((each) => !each.direct);
  const direct = scene.channels.find((each) => each.id === scene.direct);
  if (channel) {
    const named = where === 'slack' ? `#${channel.name}` : channel.name;
    $('channel-title').textContent = `Channel ${named}`;
    $('channel-about').textContent = `${channel.members} members`;
    $('say-label').textContent = `Message ${named}`;
    channelLog.show(channel, scene, 'Nothing has been said here yet.');
  }
  const person = scene.people.find((each) => each.id === me);
  $('direct-about').textContent = `${person.name} and ${scene.app}`;
  directLog.show(direct, scene, `${scene.app} has not written to ${person.name} yet.`);
  seen(direct);
  drawShortcuts();
  modal.show(scene.modal);
  if (where === 'slack') {
    drawHome(person);
    openHomeOnce();
  }
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
      type: 'button', 'aria-pressed': String(channel.name.toLowerCase() === room),
      onclick: () => {
        room = channel.name.toLowerCase();
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
  const key = JSON.stringify(offered);
  if ($('shortcuts').dataset.key !== key) {
    $('shortcuts').dataset.key = key;
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
  homes.delete(me);
  refresh();
}

/** The same person on the other platform. */
function change(platform) {
  if (where !== platform) {
    me = scene.people.find((each) => each.id === me)?.name ?? '';
    where = platform;
    localStorage.setItem('in', where);
    faces[where === 'slack' ? 'teams' : 'slack'].modal.show(null);
    homes.clear();
    refresh();
  }
}

function composer(form, box, channel) {
  const send = async () => {
    const typed = box.value.trim();
    if (!typed) {
      return;
    }
    const command = where === 'slack' && typed.startsWith('/');
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

composer($('channel-form'), $('say'), () => (scene.channels.find((each) => each.name.toLowerCase() === room) ?? scene.channels[0]).id);
composer($('direct-form'), $('command'), () => scene.direct);

$('in-slack').addEventListener('click', () => change('slack'));
$('in-teams').addEventListener('click', () => change('teams'));
$('home-open').addEventListener('click', () => deeds.act({ do: 'home' }));
$('tip-draft').addEventListener('click', () => {
  $('command').value = where === 'slack' ? `/herald ${DRAFT}` : DRAFT;
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
