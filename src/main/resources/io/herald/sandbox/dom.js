// Small helpers to build elements. Text only ever becomes text nodes.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Makes the children of a root these, moving only what has to move, so that focus stays. */
export function arrange(root, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...root.childNodes]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  nodes.forEach((node, index) => {
    if (root.childNodes[index] !== node) {
      root.insertBefore(node, root.childNodes[index] ?? null);
    }
  });
}

let count = 0;

/** An id that no other element of the page has. */
export function unique(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}

/** Only addresses that are safe to follow; anything else is no link. */
export function safeHref(url) {
  try {
    const parsed = new URL(url);
    return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Pictures of the pretend company lie beside this page; all others where they are. */
export function imageSource(url) {
  const own = /^https:\/\/images\.acme\.example\/([a-z0-9-]+)\.(?:png|jpg|gif)$/.exec(url);
  return own ? `/sandbox/images/${own[1]}.svg` : url;
}

export function initials(name) {
  return name.split(/\s+/).map((word) => word[0] ?? '').slice(0, 2).join('').toUpperCase();
}

export function avatar(person, size = '') {
  if (person?.bot) {
    return h('img', { class: `avatar ${size}`, src: '/sandbox/icon.svg', alt: '' });
  }
  const name = person?.name ?? '?';
  let hue = 0;
  for (const sign of name) {
    hue = (hue * 31 + sign.codePointAt(0)) % 6;
  }
  return h('span', { class: `avatar hue-${hue} ${size}`, 'aria-hidden': 'true' }, initials(name));
}
