// Adaptive Cards, drawn: the elements and actions that Herald uses, and no others.

import { h, imageSource, safeHref } from './dom.js';
import { Fields } from './adaptive-inputs.js';
import { inline, markdown } from './markdown.js';

/**
 * @param {object} card
 * @param {{press: function(object, object): Promise<object|null>}} context where presses go, with
 *     the values of all inputs; the answer's errors, by label, are shown at the inputs
 */
export function drawCard(card, context) {
  const fields = new Fields();
  const where = { fields, press: (action) => press(action, fields, context) };
  const root = h('div', { class: 'card' }, elements(card.body ?? [], where));
  if (card.actions?.length) {
    root.append(actions(card.actions, where));
  }
  return root;
}

async function press(action, fields, context) {
  const answer = await context.press(action, fields.values());
  const errors = answer?.errors ?? {};
  fields.wrong(errors);
  return answer;
}

function elements(list, where) {
  const nodes = [];
  list.forEach((each, index) => {
    const before = list[index - 1];
    if (each.isVisible === false) {
      return;
    }
    const node = (DRAWN[each.type] ?? unknown)(each, where);
    node.classList.add('element', `gap-${each.spacing ?? 'default'}`);
    if (each.separator) {
      node.classList.add('ruled');
    }
    // Words in red right below an input are what is wrong with it.
    if (each.type === 'TextBlock' && each.color === 'attention' && before?.type?.startsWith('Input.')) {
      where.fields.explain(before.id, node);
    }
    if (each.type === 'TextBlock' && each.isSubtle && before?.type?.startsWith('Input.')) {
      where.fields.describe(before.id, node);
    }
    nodes.push(node);
  });
  return nodes;
}

function unknown(element) {
  return h('p', { class: 'hint' }, `The sandbox does not draw “${element.type}”.`);
}

function textBlock(element) {
  const classes = ['text', ...looks(element)];
  if (element.style === 'heading') {
    return h('h3', { class: [...classes, 'heading'].join(' ') }, inline(element.text));
  }
  return h('div', { class: classes.join(' ') }, markdown(element.text));
}

function looks(element) {
  return [
    element.weight ? `weight-${element.weight}` : null,
    element.size ? `size-${element.size}` : null,
    element.color ? `color-${element.color}` : null,
    element.isSubtle ? 'subtle' : null,
  ].filter(Boolean);
}

function richText(element) {
  return h('p', { class: 'text' }, element.inlines.map((each) => (typeof each === 'string'
    ? each
    : h('span', { class: looks(each).join(' ') }, each.text))));
}

function image(element) {
  const node = h('img', {
    class: `picture size-${element.size ?? 'auto'}`, src: imageSource(element.url),
    alt: element.altText ?? '', referrerpolicy: 'no-referrer',
  });
  node.addEventListener('error', () => {
    node.replaceWith(h('span', {
      class: `${node.className} missing`, role: 'img', 'aria-label': element.altText,
    }, element.altText));
  });
  return node;
}

function factSet(element) {
  return h('dl', { class: 'facts' }, element.facts.map((fact) =>
    h('div', {}, h('dt', {}, inline(fact.title)), h('dd', {}, markdown(fact.value)))));
}

function container(element, where) {
  return h('div', { class: `container style-${element.style ?? 'default'}` }, elements(element.items, where));
}

function columnSet(element, where) {
  return h('div', { class: 'columns' }, element.columns.map((each) =>
    h('div', { class: `column width-${each.width === 'auto' ? 'auto' : 'stretch'}` }, elements(each.items, where))));
}

function actionSet(element, where) {
  return actions(element.actions, where);
}

function actions(list, where) {
  const shown = list.filter((each) => each.mode !== 'secondary');
  const more = list.filter((each) => each.mode === 'secondary');
  const row = h('div', { class: 'actions' }, shown.map((each) => button(each, where)));
  if (more.length) {
    row.append(h('details', { class: 'overflow' },
      h('summary', { class: 'button more', 'aria-label': 'More actions' }, '…'),
      h('div', { class: 'menu' }, more.map((each) => button(each, where)))));
  }
  return row;
}

function button(action, where) {
  const style = { positive: ' primary', destructive: ' danger' }[action.style] ?? '';
  const href = action.type === 'Action.OpenUrl' ? safeHref(action.url) : null;
  if (href) {
    return h('a', {
      class: `button${style}`, href, target: '_blank', rel: 'noreferrer noopener', 'aria-label': action.tooltip,
    }, action.title, h('span', { class: 'away', 'aria-hidden': 'true' }, '↗'));
  }
  if (!['Action.Execute', 'Action.Submit'].includes(action.type)) {
    return unknown(action);
  }
  const node = h('button', {
    type: 'button', class: `button${style}`, 'aria-label': action.tooltip, disabled: action.isEnabled === false,
  }, action.title);
  node.addEventListener('click', async () => {
    if (node.disabled) {
      return;
    }
    node.disabled = true;
    await where.press(action);
    node.disabled = false;
  });
  return node;
}

function input(element, where) {
  return where.fields.draw(element);
}

const DRAWN = {
  TextBlock: textBlock,
  RichTextBlock: richText,
  Image: image,
  FactSet: factSet,
  Container: container,
  ColumnSet: columnSet,
  ActionSet: actionSet,
  'Input.Text': input,
  'Input.ChoiceSet': input,
  'Input.Toggle': input,
  'Input.Date': input,
  'Input.Time': input,
};
