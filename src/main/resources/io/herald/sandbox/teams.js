// The same people in Teams: messages with cards, and the dialog that a card is shown in.

import { h } from './dom.js';
import { drawCard } from './adaptive.js';
import { Log } from './messages.js';

export class TeamsLog extends Log {
  content(message, channel) {
    const nodes = [];
    if (message.text) {
      nodes.push(h('div', { class: 'words' }, message.text));
    }
    if (message.card) {
      nodes.push(drawCard(message.card, {
        press: (action, values) => this.deeds.ask({
          do: 'press', channel: channel.id, ts: message.ts, action, values,
        }),
      }));
    }
    return nodes;
  }
}

export class TeamsDialog {
  constructor(dialog, deeds) {
    this.dialog = dialog;
    this.deeds = deeds;
    this.drawn = null;
    dialog.addEventListener('cancel', (event) => {
      if (this.drawn) {
        event.preventDefault();
        this.close();
      }
    });
  }

  show(task) {
    if (!task) {
      if (this.drawn && this.dialog.open) {
        this.dialog.close();
      }
      this.drawn = null;
      return;
    }
    const key = JSON.stringify(task);
    if (this.drawn === key) {
      return;
    }
    const again = this.drawn !== null;
    this.drawn = key;
    this.dialog.replaceChildren(h('div', { class: 'sheet' },
      h('header', {},
        h('h2', { id: 'modal-title' }, task.title),
        h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close this form', onclick: () => this.close() }, '✕')),
      h('div', { class: 'body', tabindex: '0', 'aria-label': task.title }, drawCard(task.card, {
        press: (action, values) => this.deeds.ask({ do: 'press', action, values }),
      }))));
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    const wrong = this.dialog.querySelector('.wrong');
    const first = (wrong ?? this.dialog).querySelector('.body input, .body textarea, .body select, input, textarea, select');
    if (!again || wrong) {
      first?.focus();
    }
  }

  close() {
    return this.deeds.act({ do: 'close' });
  }
}
