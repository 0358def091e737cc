// The topmost modal, and the question "Are you sure?".

import { h } from './dom.js';
import { drawBlocks } from './blocks.js';
import { emojis, text } from './mrkdwn.js';

export class Modal {
  constructor(dialog, deeds) {
    this.dialog = dialog;
    this.deeds = deeds;
    this.fields = new Map();
    this.typed = {};
    this.errors = {};
    dialog.addEventListener('cancel', (event) => {
      if (this.view) {
        event.preventDefault();
        this.close();
      }
    });
  }

  show(view) {
    if (!view) {
      if (this.view && this.dialog.open) {
        this.dialog.close();
      }
      this.view = null;
      this.drawn = null;
      return;
    }
    const key = `${view.id} ${view.hash}`;
    if (this.drawn === key) {
      return;
    }
    if (this.view?.id !== view.id) {
      this.typed = {};
      this.errors = {};
    }
    this.view = view;
    this.drawn = key;
    this.draw();
    if (!this.dialog.open) {
      this.dialog.showModal();
      this.dialog.querySelector('.body input, .body textarea, .body select, .body button, footer button')?.focus();
    }
  }

  draw() {
    const view = this.view;
    const inside = this.dialog.contains(document.activeElement) ? this.place(document.activeElement) : null;
    const scrolled = this.dialog.querySelector('.body')?.scrollTop ?? 0;
    this.fields.clear();
    const blocks = drawBlocks(view.blocks, {
      heading: 'h3',
      fields: this.fields,
      errors: this.errors,
      value: (block, action) => this.typed[block]?.[action] ?? view.state?.values?.[block]?.[action],
      changed: (block, element, value) => this.changed(block, element, value),
      press: (block, element, value) => this.press(block, element, value),
    });
    const form = h('form', { class: 'sheet', novalidate: true },
      h('header', {},
        h('h2', { id: 'modal-title' }, emojis(view.title?.text ?? '')),
        h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close this form', onclick: () => this.close() }, '✕')),
      h('div', { class: 'body blocks' }, blocks),
      h('footer', {},
        h('button', { type: 'button', class: 'button', onclick: () => this.close() }, view.close?.text ?? 'Cancel'),
        view.submit ? h('button', { type: 'submit', class: 'button primary' }, view.submit.text) : null));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(form);
    });
    this.dialog.replaceChildren(form);
    this.dialog.querySelector('.body').scrollTop = scrolled;
    this.restore(inside);
  }

  /** Where the focus is, in words that outlive a new drawing. */
  place(active) {
    for (const [key, { field }] of this.fields) {
      if (field.node.contains(active)) {
        return { key, at: active.selectionStart ?? null, value: active.value };
      }
    }
    return null;
  }

  restore(place) {
    const field = place ? this.fields.get(place.key)?.field : null;
    if (!field) {
      return;
    }
    const control = field.control ?? [...field.node.querySelectorAll('input')].find((each) => each.value === place.value);
    control?.focus();
    if (place.at !== null && control?.setSelectionRange && ['text', 'textarea', 'url'].includes(control.type)) {
      control.setSelectionRange(place.at, place.at);
    }
  }

  values() {
    const values = {};
    for (const { block, element, field } of this.fields.values()) {
      (values[block.block_id] ??= {})[element.action_id] = field.read();
    }
    return values;
  }

  keep() {
    this.typed = { ...this.typed, ...this.values() };
  }

  changed(block, element, value) {
    this.keep();
    if (block.dispatch_action && !element.type.endsWith('_input')) {
      this.press(block, element, value);
    }
  }

  async press(block, element, value) {
    this.keep();
    await this.deeds.press(element, {
      where: 'modal', block: block.block_id, action: element.action_id, value, values: this.values(),
    });
  }

  async submit(form) {
    this.keep();
    const button = form.querySelector('button[type=submit]');
    if (!button || button.disabled) {
      return;
    }
    button.disabled = true;
    const answer = await this.deeds.ask({ do: 'submit', values: this.values() });
    button.disabled = false;
    this.errors = answer?.errors ?? {};
    if (Object.keys(this.errors).length && this.view) {
      this.draw();
      const wrong = this.dialog.querySelector('.wrong');
      wrong?.querySelector('input, textarea, select')?.focus();
      wrong?.scrollIntoView({ block: 'center' });
    }
  }

  close() {
    return this.deeds.act({ do: 'close', values: this.values() });
  }
}

/** Asks before a press, where the app wants it asked. */
export function confirmed(dialog, question) {
  return new Promise((resolve) => {
    const end = (answer) => {
      dialog.close();
      resolve(answer);
    };
    dialog.replaceChildren(h('div', { class: 'sheet' },
      h('header', {}, h('h2', { id: 'confirm-title' }, text(question.title))),
      h('div', { class: 'body words' }, text(question.text)),
      h('footer', {},
        h('button', { type: 'button', class: 'button', onclick: () => end(false) }, text(question.deny)),
        h('button', {
          type: 'button', class: `button ${question.style ?? 'primary'}`, onclick: () => end(true),
        }, text(question.confirm)))));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end(false);
    }, { once: true });
    dialog.showModal();
  });
}
