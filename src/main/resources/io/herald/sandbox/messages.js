// A list of messages, with what stands under each as its thread.

import { arrange, avatar, h } from './dom.js';
import { drawBlocks } from './blocks.js';
import { mrkdwn } from './mrkdwn.js';
import { dayAndClock, full } from './time.js';

/** Keeps the nodes of messages that did not change, so that focus and open menus stay. */
export class Log {
  constructor(root, deeds) {
    this.root = root;
    this.deeds = deeds;
    this.kept = new Map();
  }

  show(channel, scene, empty) {
    const messages = [...channel.messages]
      .concat((scene.ephemerals ?? []).filter((each) => each.channel === channel.id))
      .sort((a, b) => (a.ts < b.ts ? -1 : 1));
    const replies = messages.filter((each) => each.thread_ts && each.thread_ts !== each.ts);
    const parents = messages.filter((each) => !replies.includes(each));
    const place = `${channel.id} ${scene.me}`;
    const atEnd = this.place !== place
      || this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 80;
    // What one wrote or was answered just now is looked at, wherever one had scrolled to.
    const own = parents.filter((each) => each.is_ephemeral || each.user === scene.me).at(-1)?.ts ?? '';
    const answered = this.place === place && own > this.own;
    this.own = own;
    this.place = place;
    const nodes = parents.map((message) =>
      this.node(message, replies.filter((each) => each.thread_ts === message.ts), scene, channel));
    const orphans = replies.filter((each) => !parents.some((parent) => parent.ts === each.thread_ts));
    nodes.push(...orphans.map((message) => this.node(message, [], scene, channel)));
    if (!nodes.length) {
      nodes.push(h('p', { class: 'empty' }, empty));
    }
    const focused = this.root.contains(document.activeElement)
      ? document.activeElement.closest('[data-ts]')?.dataset.ts
      : null;
    arrange(this.root, nodes);
    if (focused && !this.root.contains(document.activeElement)) {
      this.root.querySelector(`[data-ts="${focused}"]`)?.focus({ preventScroll: true });
    }
    if (atEnd || answered) {
      this.root.scrollTop = this.root.scrollHeight;
    }
  }

  node(message, replies, scene, channel) {
    const key = JSON.stringify([message, replies, scene.me, scene.people.length]);
    const old = this.kept.get(message.ts);
    if (old?.key === key) {
      return old.node;
    }
    const node = this.draw(message, scene, channel);
    if (replies.length) {
      const words = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
      node.append(h('section', { class: 'thread', 'aria-label': words },
        h('p', { class: 'count' }, words),
        replies.map((reply) => this.draw(reply, scene, channel))));
    }
    this.kept.set(message.ts, { key, node });
    return node;
  }

  draw(message, scene, channel) {
    const author = scene.people.find((person) => person.id === message.user);
    const seconds = Number(message.ts);
    const name = author?.name ?? message.user;
    const body = h('div', { class: 'body' },
      h('p', { class: 'by' },
        h('b', {}, name),
        author?.bot ? h('span', { class: 'tag' }, 'App') : null,
        h('time', { datetime: new Date(seconds * 1000).toISOString(), title: full(seconds) }, dayAndClock(seconds))));
    body.append(h('div', { class: 'blocks' }, this.content(message, channel)));
    if (message.edited && !message.is_ephemeral) {
      body.querySelector('.by').append(h('span', { class: 'edited' }, 'edited'));
    }
    if (message.is_ephemeral) {
      body.prepend(h('p', { class: 'only-you' }, 'Only visible to you'));
    }
    const node = h('article', {
      class: `message${message.is_ephemeral ? ' ephemeral' : ''}`,
      'data-ts': message.ts, tabindex: '-1', 'aria-label': `${name}, ${dayAndClock(seconds)}`,
    }, avatar(author), body);
    if (!message.is_ephemeral) {
      node.append(this.tools(message, scene, channel));
    }
    return node;
  }

  content(message, channel) {
    if (message.blocks?.length) {
      return drawBlocks(message.blocks, {
        heading: 'h3',
        press: (block, element, value) => this.deeds.press(element, {
          channel: channel.id, ts: message.ts, block: block.block_id, action: element.action_id, value,
        }),
      });
    }
    return [h('div', { class: 'words' }, mrkdwn(message.text))];
  }

  tools(message, scene, channel) {
    const shortcuts = scene.shortcuts.filter((each) => each.onMessage);
    return h('div', { class: 'tools' },
      shortcuts.map((each) => h('button', {
        type: 'button',
        onclick: () => this.deeds.act({ do: 'shortcut', callback: each.callbackId, channel: channel.id, ts: message.ts }),
      }, each.name)),
      h('button', { type: 'button', onclick: () => this.reply(message, channel) }, 'Reply'));
  }

  reply(message, channel) {
    const node = this.root.querySelector(`[data-ts="${message.ts}"]`);
    if (node.querySelector('form.reply')) {
      return;
    }
    const box = h('input', { type: 'text', 'aria-label': 'Reply', placeholder: 'Reply…', autocomplete: 'off' });
    const form = h('form', { class: 'reply' }, box, h('button', { type: 'submit', class: 'button' }, 'Reply'));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const parent = message.thread_ts ?? message.ts;
      if (box.value.trim() && await this.deeds.act({ do: 'say', channel: channel.id, text: box.value, thread: parent })) {
        form.remove();
      }
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        form.remove();
        node.focus();
      }
    });
    node.append(form);
    box.focus();
  }
}
