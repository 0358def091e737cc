// Block Kit, drawn. A context tells where the blocks stand and what a press does there.

import { h, imageSource, safeHref, unique } from './dom.js';
import { input } from './inputs.js';
import { emojis, mrkdwn, run, text } from './mrkdwn.js';

/**
 * @param {object[]} blocks
 * @param {{press: function(object, object, object): void, heading: string, fields?: object,
 *     value?: function(string, string): object, changed?: function(object, object, object): void,
 *     errors?: Object<string, string>}} context
 */
export function drawBlocks(blocks, context) {
  return blocks.map((block) => (DRAWN[block.type] ?? unknown)(block, context));
}

function unknown(block) {
  return h('p', { class: 'hint' }, `The sandbox does not draw “${block.type}”.`);
}

function header(block, context) {
  return h(context.heading, { class: 'header' }, text(block.text));
}

function section(block, context) {
  const body = h('div', { class: 'text' });
  if (block.text) {
    body.append(h('div', { class: 'words' }, text(block.text)));
  }
  if (block.fields) {
    body.append(h('div', { class: 'fields' },
      block.fields.map((field) => h('div', { class: 'words' }, text(field)))));
  }
  const accessory = block.accessory ? element(block, block.accessory, context) : null;
  return h('div', { class: `section${block.accessory?.type === 'image' ? ' pictured' : ''}` }, body, accessory);
}

function image(block) {
  return h('figure', {},
    block.title ? h('figcaption', {}, text(block.title)) : null,
    picture(block, 'wide'));
}

function picture(source, className) {
  const node = h('img', {
    class: className, src: imageSource(source.image_url), alt: source.alt_text,
    referrerpolicy: 'no-referrer',
  });
  node.addEventListener('error', () => {
    const alone = h('span', { class: `${className} missing`, role: 'img', 'aria-label': source.alt_text });
    alone.append(source.alt_text);
    node.replaceWith(alone);
  });
  return node;
}

function context(block) {
  return h('div', { class: 'context' }, block.elements.map((each) =>
    (each.type === 'image' ? picture(each, 'tiny') : h('span', { class: 'words' }, text(each)))));
}

function actions(block, where) {
  return h('div', { class: 'actions' }, block.elements.map((each) => element(block, each, where)));
}

function richText(block) {
  return h('div', { class: 'rich words' }, block.elements.map((part) => {
    switch (part.type) {
      case 'rich_text_preformatted':
        return h('pre', { tabindex: '0' }, part.elements.map(run));
      case 'rich_text_quote':
        return h('blockquote', {}, part.elements.map(run));
      case 'rich_text_list':
        return h(part.style === 'ordered' ? 'ol' : 'ul', {},
          part.elements.map((item) => h('li', {}, item.elements.map(run))));
      default:
        return h('div', {}, part.elements.map(run));
    }
  }));
}

function inputBlock(block, where) {
  const errorId = unique('error');
  const hintId = unique('hint');
  const error = where.errors?.[block.block_id];
  const described = [error ? errorId : null, block.hint ? hintId : null].filter(Boolean).join(' ');
  const label = block.label.text;
  const field = input(
    block.element,
    where.value?.(block.block_id, block.element.action_id),
    block.optional ? [emojis(label), ' ', h('span', { class: 'optional' }, 'optional')] : emojis(label),
    described || undefined,
    () => where.changed?.(block, block.element, field.read()),
  );
  where.fields?.set(`${block.block_id} ${block.element.action_id}`, { block, element: block.element, field });
  if (field.control && error) {
    field.control.setAttribute('aria-invalid', 'true');
  }
  if (field.control && !block.optional) {
    field.control.setAttribute('aria-required', 'true');
  }
  return h('div', { class: `input${error ? ' wrong' : ''}` },
    field.control
      ? h('div', { class: 'label' },
        h('label', { for: field.control.id }, emojis(label)),
        block.optional ? h('span', { class: 'optional' }, 'optional') : null)
      : null,
    field.node,
    error ? h('p', { class: 'error', id: errorId }, error) : null,
    block.hint ? h('p', { class: 'hint', id: hintId }, text(block.hint)) : null);
}

function element(block, each, where) {
  switch (each.type) {
    case 'image':
      return picture(each, 'thumb');
    case 'button':
      return button(block, each, where);
    case 'overflow':
      return overflow(block, each, where);
    default: {
      const name = each.placeholder?.text ?? block.text?.text ?? 'Choose';
      const value = where.value?.(block.block_id, each.action_id) ?? initial(each);
      const field = input(each, value, name, undefined, () => where.press(block, each, field.read()));
      field.control?.setAttribute('aria-label', name);
      return field.node;
    }
  }
}

function initial(each) {
  return {
    selected_option: each.initial_option, selected_options: each.initial_options,
    selected_date: each.initial_date, selected_time: each.initial_time,
    selected_date_time: each.initial_date_time, selected_user: each.initial_user,
    selected_channel: each.initial_channel, selected_conversation: each.initial_conversation,
  };
}

function button(block, each, where) {
  const className = `button ${each.style ?? ''}`;
  const label = text(each.text);
  const href = each.url ? safeHref(each.url) : null;
  if (href) {
    // A link button opens its page and tells the app, which Slack does too.
    return h('a', {
      class: className, href, target: '_blank', rel: 'noopener', 'aria-label': each.accessibility_label,
      onclick: () => where.press(block, each, {}),
    }, label, h('span', { class: 'away', 'aria-hidden': 'true' }, '↗'));
  }
  return h('button', {
    type: 'button', class: className, 'aria-label': each.accessibility_label,
    onclick: () => where.press(block, each, {}),
  }, label);
}

function overflow(block, each, where) {
  const listId = unique('menu');
  const list = h('ul', { id: listId, class: 'menu', hidden: true }, each.options.map((option) =>
    h('li', {}, option.url && safeHref(option.url)
      ? h('a', { href: safeHref(option.url), target: '_blank', rel: 'noopener', onclick: () => choose(option) }, text(option.text))
      : h('button', { type: 'button', onclick: () => choose(option) }, text(option.text)))));
  const opener = h('button', {
    type: 'button', class: 'button more', 'aria-label': 'More', 'aria-expanded': 'false', 'aria-controls': listId,
    onclick: () => show(list.hidden),
  }, h('span', { 'aria-hidden': 'true' }, '⋯'));
  const show = (open) => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  const choose = (option) => {
    show(false);
    where.press(block, each, { type: 'overflow', selected_option: option });
  };
  const box = h('div', { class: 'overflow' }, opener, list);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      show(false);
      opener.focus();
    }
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) {
      show(false);
    }
  });
  return box;
}

const DRAWN = {
  header,
  section,
  image,
  context,
  actions,
  rich_text: richText,
  input: inputBlock,
  divider: () => h('hr'),
  markdown: (block) => h('div', { class: 'words' }, mrkdwn(block.text)),
};
