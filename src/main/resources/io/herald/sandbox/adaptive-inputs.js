// The inputs of one Adaptive Card: each with its label, what is wrong with it, and its value.

import { h, unique } from './dom.js';

export class Fields {
  constructor() {
    this.all = new Map();
  }

  draw(element) {
    const id = unique('input');
    const field = (DRAWN[element.type])(element, id);
    const must = element.isRequired ? h('span', { class: 'must', 'aria-hidden': 'true' }, '*') : null;
    const node = field.group
      ? h('fieldset', { class: `input group ${field.pills ? 'pills' : ''}` }, h('legend', {}, element.label ?? '', must), field.node)
      : h('div', { class: 'input' },
        h('div', { class: 'label' }, h('label', { for: id }, element.label ?? ''), must), field.node);
    if (element.isRequired && !field.group) {
      field.node.setAttribute('aria-required', 'true');
    }
    this.all.set(element.id, { element, node, control: field.group ? node : field.node, read: field.read });
    return node;
  }

  /** The node says something about the input. */
  describe(id, node) {
    const field = this.all.get(id);
    if (field) {
      node.id = unique('about');
      const before = field.control.getAttribute('aria-describedby');
      field.control.setAttribute('aria-describedby', before ? `${before} ${node.id}` : node.id);
    }
  }

  /** The node says what is wrong with the input. */
  explain(id, node) {
    const field = this.all.get(id);
    if (field) {
      field.node.classList.add('wrong');
      field.control.setAttribute('aria-invalid', 'true');
      this.describe(id, node);
    }
  }

  /** Shows what Teams itself finds wrong before it sends anything, by label. */
  wrong(errors) {
    let first = null;
    for (const { element, node, control } of this.all.values()) {
      node.querySelector('.error')?.remove();
      const words = errors[element.label];
      node.classList.toggle('wrong', Boolean(words));
      if (words) {
        const id = unique('error');
        node.append(h('p', { class: 'error', id }, words));
        control.setAttribute('aria-invalid', 'true');
        control.setAttribute('aria-describedby', id);
        first ??= node;
      } else {
        control.removeAttribute('aria-invalid');
      }
    }
    first?.querySelector('input, textarea, select')?.focus();
  }

  values() {
    const values = {};
    for (const [id, field] of this.all) {
      values[id] = field.read();
    }
    return values;
  }
}

function text(element, id) {
  const attributes = { id, maxlength: element.maxLength, placeholder: element.placeholder };
  const node = element.isMultiline
    ? h('textarea', { ...attributes, rows: 4 })
    : h('input', { ...attributes, type: element.style === 'url' ? 'url' : 'text', autocomplete: 'off' });
  node.value = element.value ?? '';
  return { node, read: () => node.value };
}

function date(type) {
  return (element, id) => {
    const node = h('input', { id, type, min: element.min, max: element.max });
    node.value = element.value ?? '';
    return { node, read: () => node.value };
  };
}

function choices(element, id) {
  const chosen = element.isMultiSelect ? (element.value ?? '').split(',') : [element.value ?? ''];
  if (!element.isMultiSelect && element.style !== 'expanded') {
    const node = h('select', { id }, h('option', { value: '' }, element.placeholder ?? 'Choose…'),
      element.choices.map((each) => h('option', { value: each.value }, each.title)));
    node.value = element.value ?? '';
    return { node, read: () => node.value };
  }
  const boxes = element.choices.map((each) => {
    const box = h('input', {
      type: element.isMultiSelect ? 'checkbox' : 'radio', id: unique('choice'), name: id, value: each.value,
    });
    box.checked = chosen.includes(each.value);
    return { box, node: h('div', { class: 'item' }, box, h('label', { for: box.id }, each.title)) };
  });
  const read = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value).join(',');
  return {
    group: true, pills: element.isMultiSelect, read, node: h('div', { class: 'items' }, boxes.map((each) => each.node)),
  };
}

function toggle(element, id) {
  const on = element.valueOn ?? 'true';
  const off = element.valueOff ?? 'false';
  const box = h('input', { id: unique('toggle'), name: id, type: 'checkbox' });
  box.checked = element.value === on;
  return {
    group: true,
    node: h('div', { class: 'items' }, h('div', { class: 'item' }, box, h('label', { for: box.id }, element.title))),
    read: () => (box.checked ? on : off),
  };
}

const DRAWN = {
  'Input.Text': text,
  'Input.ChoiceSet': choices,
  'Input.Toggle': toggle,
  'Input.Date': date('date'),
  'Input.Time': date('time'),
};
