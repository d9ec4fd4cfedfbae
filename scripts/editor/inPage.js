/* global window, document, NodeFilter */
/**
 * Runs inside the page of the editor, before its own scripts: finds rendered text the way an eye does. Called by
 * `page.evaluate('attestPage.…')`. Positions are CSS pixels of the window.
 */
window.attestPage = {
  /**
   * The box of the `nth` (from 0) occurrence of `text` in the rendered lines of the active text editor, or null. With
   * `near`, only lines that also contain that text count. The editor renders spaces as no-break spaces.
   */
  textBox(text, near, nth) {
    const plain = (value) => value.replace(/\u00a0/g, ' ');
    const editors = document.querySelectorAll('.editor-group-container.active .monaco-editor .view-lines');
    const lines = [...editors]
      .filter((editor) => editor.getBoundingClientRect().width > 0)
      .flatMap((editor) => [...editor.querySelectorAll('.view-line')])
      .map((line) => ({ line, top: line.getBoundingClientRect().top }))
      .sort((one, other) => one.top - other.top);
    let left = nth;
    for (const { line } of lines) {
      const content = plain(line.textContent);
      if (near !== null && !content.includes(near)) continue;
      for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
        const box = boxOf(line, at, at + text.length);
        const inside = box !== null && box.width > 0 && box.y > 0 && box.y + box.height <= window.innerHeight;
        if (inside && left-- === 0) return box;
      }
    }
    return null;
  },

  /**
   * What the matches, seen or not, would do besides showing words: links by their target, all that loads something, listeners in attributes,
   * and icons by their name. One line each, without repetition.
   */
  deeds(selector) {
    const found = new Set();
    const elements = [...document.querySelectorAll(selector)].flatMap((match) => [match, ...match.querySelectorAll('*')]);
    for (const element of elements) {
      const name = element.localName, target = ['data-href', 'href', 'src', 'data', 'action', 'xlink:href'].map((key) => element.getAttribute(key)).find((value) => value !== null && value !== '');
      if (['img', 'image', 'script', 'iframe', 'object', 'embed', 'video', 'audio', 'source', 'link', 'form', 'base', 'meta'].includes(name)) found.add(`${name} ${target ?? ''}`);
      else if (target !== undefined && target !== '#') found.add(`${name} ${target}`);
      for (const attribute of element.attributes) if (attribute.name.startsWith('on')) found.add(`${name} ${attribute.name}`);
      for (const style of element.classList) if (style.startsWith('codicon-')) found.add(`icon ${style.slice('codicon-'.length)}`);
    }
    return [...found];
  },

  /** An attribute of what matches the selector and is visible, in the order of the page. */
  attributes(selector, attribute) {
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 0)
      .map((element) => element.getAttribute(attribute) ?? '');
  },

  /** The text of what matches the selector and is visible, in the order of the page. */
  texts(selector) {
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 0)
      .map((element) => (element.innerText ?? element.textContent).replace(/\u00a0/g, ' '));
  },
};

/** The box of the characters `[start, end)` of an element's text. */
function boxOf(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let offset = 0;
  let started = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const next = offset + node.data.length;
    if (!started && start < next) {
      range.setStart(node, start - offset);
      started = true;
    }
    if (started && end <= next) {
      range.setEnd(node, end - offset);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    offset = next;
  }
  return null;
}
