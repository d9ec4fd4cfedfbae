import type { BlockBuilder } from './builder';
import { Finder } from './groups';

const wordCharacter = /[\p{L}\p{N}]/u;
/** Roles whose text is prose. */
const proseRoles = /^:(?:emphasis|strong|title|title-reference|sub|subscript|sup|superscript|abbr|dfn):/;

/** A paragraph of reStructuredText between two offsets: literals, roles, targets and substitutions are no prose. */
export function restructuredInline(text: string, start: number, end: number, builder: BlockBuilder): void {
  const finder = new Finder(text.slice(0, end));
  let from = start, i = start;
  const object = (kind: 'code' | 'citation' | 'note' | 'other', to: number): void => {
    builder.prose(from, i);
    builder.inline(kind, i, to);
    from = i = to;
  };
  const skip = (to: number): void => {
    builder.prose(from, i);
    from = i = to;
  };
  while (i < end) {
    const c = text[i]!;
    if (c === '\\') {
      skip(i + 1);
      i++;
    } else if (c === '`') literal();
    else if (c === '*') skip(text[i + 1] === '*' ? i + 2 : i + 1);
    else if (c === ':') role();
    else if (c === '[') bracket();
    else if (c === '|') {
      const close = finder.find('|', i + 1);
      if (close > i + 1 && close - i < 100 && !/[\s|]/.test(text[i + 1]!)) object('other', text[close + 1] === '_' ? close + 2 : close + 1);
      else i++;
    } else if (c === '_' && wordCharacter.test(text[i - 1] ?? '') && !wordCharacter.test(text[i + 1] ?? '')) skip(text[i + 1] === '_' ? i + 2 : i + 1);
    else if (c === 'h' && /^https?:\/\//.test(text.slice(i, i + 8)) && !wordCharacter.test(text[i - 1] ?? '')) {
      let to = i;
      while (to < end && !/[\s<>`"“”]/.test(text[to]!)) to++;
      builder.inline('link', i, to, text.slice(i, to));
      object('other', to);
    } else i++;
    if (i > end) i = end;
  }
  builder.prose(Math.min(from, end), end);

  /** ``` ``code`` ```, `` `words <address>`_ `` or `` `words` ``. */
  function literal(): void {
    if (text[i + 1] === '`') {
      const close = finder.find('``', i + 2);
      if (close > i + 2) object('code', close + 2);
      else i += 2;
      return;
    }
    const close = finder.find('`', i + 1);
    if (close < 0) { i++; return; }
    const words = text.slice(i + 1, close), address = /^([^<>]*)<([^<>\s]{1,1000})>$/.exec(words.slice(0, 4000));
    let after = close + 1;
    while (text[after] === '_' && after < close + 3) after++;
    const inner = i + 1;
    if (address) builder.inline('link', i, Math.min(after, end), address[2]!);
    skip(inner);
    builder.prose(inner, address ? inner + address[1]!.trimEnd().length : close);
    from = i = Math.min(after, end);
  }

  function role(): void {
    const name = /^:[a-zA-Z][\w:.+-]{0,60}:(?=`)/.exec(text.slice(i, i + 64))?.[0];
    const close = name === undefined ? -1 : finder.find('`', i + name.length + 1);
    if (name === undefined || close < 0) { i++; return; }
    if (proseRoles.test(name)) skip(i + name.length);
    else object(/^:(?:cite|footcite)/.test(name) ? 'citation' : 'other', close + 1);
  }

  /** `[1]_`, `[#label]_`, `[*]_` point to notes, `[Key2020]_` to a citation. */
  function bracket(): void {
    const reference = /^\[(#?[\w.:+-]{0,60}|\*)\]_(?![\p{L}\p{N}])/u.exec(text.slice(i, i + 68));
    if (!reference || reference[1] === '') { i++; return; }
    object(/^(?:#|\d+$|\*)/.test(reference[1]!) ? 'note' : 'citation', i + reference[0].length);
  }
}
