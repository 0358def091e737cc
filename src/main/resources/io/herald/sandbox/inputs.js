// What one types into or picks from. Each gives its node and reads its value in Slack's shape.

import { h, unique } from './dom.js';
import { fromLocal, toLocal } from './time.js';
import { emojis, text } from './mrkdwn.js';

let everybody = [];
let everywhere = [];

/** Whom and what the menus of people and channels offer. */
export function useWorkspace(scene) {
  everybody = scene.people.filter((person) => !person.bot);
  everywhere = scene.channels.filter((channel) => !channel.direct);
}

/**
 * Draws an element with the value that stands in it.
 * @returns {{node: Element, control: Element|null, read: function(): object}} control is null where
 *     the element is a group of several, which brings a legend of its own
 */
export function input(element, value, name, describedBy, changed) {
  const id = unique('field');
  const common = {
    id, 'aria-describedby': describedBy, autofocus: element.focus_on_load === true,
  };
  const draw = DRAWN[element.type] ?? unknown;
  return draw(element, value ?? {}, common, name, changed);
}

function single(control, read, changed, event = 'change') {
  control.addEventListener(event, () => changed());
  return { node: control, control, read };
}

function plainText(element, value, common, name, changed) {
  const attributes = {
    ...common,
    placeholder: element.placeholder?.text,
    maxlength: element.max_length ?? 3000,
  };
  const types = { url_text_input: 'url', email_text_input: 'email', number_input: 'number' };
  const control = element.multiline
    ? h('textarea', { ...attributes, rows: 5 })
    : h('input', { ...attributes, type: types[element.type] ?? 'text', autocomplete: 'off' });
  control.value = value.value ?? '';
  const read = () => ({ type: element.type, value: control.value === '' ? null : control.value });
  return single(control, read, changed, 'input');
}

function date(element, value, common, name, changed) {
  const control = h('input', { ...common, type: 'date' });
  control.value = value.selected_date ?? '';
  return single(
    control, () => ({ type: element.type, selected_date: control.value || null }), changed);
}

function time(element, value, common, name, changed) {
  const control = h('input', { ...common, type: 'time' });
  control.value = value.selected_time ?? '';
  return single(
    control, () => ({ type: element.type, selected_time: control.value || null }), changed);
}

function dateTime(element, value, common, name, changed) {
  const control = h('input', { ...common, type: 'datetime-local' });
  control.value = value.selected_date_time ? toLocal(value.selected_date_time) : '';
  return single(
    control,
    () => ({
      type: element.type,
      selected_date_time: control.value ? fromLocal(control.value) : null,
    }),
    changed,
  );
}

function allOptions(element) {
  return element.option_groups
    ? element.option_groups.flatMap((group) => group.options)
    : element.options ?? [];
}

function optionNode(option) {
  return h('option', { value: option.value }, emojis(option.text.text));
}

function select(element, value, common, name, changed) {
  const control = h('select', common, h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'));
  if (element.option_groups) {
    for (const group of element.option_groups) {
      control.append(h('optgroup', { label: group.label.text }, group.options.map(optionNode)));
    }
  } else {
    control.append(...(element.options ?? []).map(optionNode));
  }
  control.value = value.selected_option?.value ?? '';
  const read = () => ({
    type: element.type,
    selected_option: allOptions(element).find((option) => option.value === control.value) ?? null,
  });
  return single(control, read, changed);
}

function lookedUp(field, offered) {
  return (element, value, common, name, changed) => {
    const control = h('select', common, h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'));
    control.append(...offered().map((each) => h('option', { value: each.id }, each.name)));
    control.value = value[field] ?? '';
    return single(control, () => ({ type: element.type, [field]: control.value || null }), changed);
  };
}

function group(element, name, common, items) {
  return h(
    'fieldset',
    { class: `group ${element.type}`, id: common.id, 'aria-describedby': common['aria-describedby'] },
    h('legend', {}, name),
    h('div', { class: 'items' }, items),
  );
}

function several(kind, options, chosen, labels) {
  return (element, value, common, name, changed) => {
    const radio = kind === 'radio';
    const boxes = options(element).map((option) => {
      const id = unique('option');
      const box = h('input', { type: kind, id, name: common.id, value: option.value ?? option.id });
      box.checked = chosen(value).includes(box.value);
      box.addEventListener('change', () => changed());
      const label = h('label', { for: id }, labels(option));
      const described = option.description
        ? h('p', { class: 'hint' }, text(option.description))
        : null;
      return { box, node: h('div', { class: 'item' }, box, label, described) };
    });
    const read = () => {
      const picked = boxes.filter((each) => each.box.checked).map((each) => each.box.value);
      if (options === people || options === channels) {
        const field = options === people ? 'selected_users' : listField(element);
        return { type: element.type, [field]: picked };
      }
      const whole = options(element).filter((option) => picked.includes(option.value));
      return radio
        ? { type: element.type, selected_option: whole[0] ?? null }
        : { type: element.type, selected_options: whole };
    };
    const node = group(element, name, common, boxes.map((each) => each.node));
    return { node, control: null, read };
  };
}

function listField(element) {
  return element.type === 'multi_channels_select' ? 'selected_channels' : 'selected_conversations';
}

const people = () => everybody;
const channels = () => everywhere;
const values = (value) => (value.selected_options ?? []).map((option) => option.value);
const ids = (value) =>
  value.selected_users ?? value.selected_channels ?? value.selected_conversations ?? [];
const optionLabel = (option) => text(option.text);
const nameLabel = (each) => [each.name];

function unknown(element) {
  const node = h('p', { class: 'hint' }, `The sandbox does not draw ${element.type}.`);
  return { node, control: null, read: () => ({ type: element.type }) };
}

const DRAWN = {
  plain_text_input: plainText,
  url_text_input: plainText,
  email_text_input: plainText,
  number_input: plainText,
  datepicker: date,
  timepicker: time,
  datetimepicker: dateTime,
  static_select: select,
  users_select: lookedUp('selected_user', people),
  channels_select: lookedUp('selected_channel', channels),
  conversations_select: lookedUp('selected_conversation', channels),
  radio_buttons: several('radio', allOptions, (value) => [value.selected_option?.value], optionLabel),
  checkboxes: several('checkbox', allOptions, values, optionLabel),
  multi_static_select: several('checkbox', allOptions, values, optionLabel),
  multi_users_select: several('checkbox', people, ids, nameLabel),
  multi_channels_select: several('checkbox', channels, ids, nameLabel),
  multi_conversations_select: several('checkbox', channels, ids, nameLabel),
};
