import { keyEnd } from './markdownMask';
import type { BlockBuilder } from './builder';
import { Finder, groupEnd } from './groups';
import type { Block } from '../text';

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Scans the words of a note, which stand apart from its sentence. */
export type NoteScanner = (start: number, end: number) => readonly Block[];

/** One line of AsciiDoc prose, its break included: what is formatting, an address, a macro or an attribute is no prose. */
export function asciidocInline(text: string, start: number, end: number, builder: BlockBuilder, note: NoteScanner): void {
  const finder = new Finder(text.slice(0, end));
  let from = start, i = start;
  const skip = (to: number): void => {
    builder.prose(from, i);
    from = i = to;
  };
  const object = (kind: 'code' | 'citation' | 'note' | 'image' | 'other' | 'math', to: number): void => {
    builder.prose(from, i);
    builder.inline(kind, i, to);
    from = i = to;
  };
  while (i < end) {
    const c = text[i]!, next = text[i + 1] ?? '';
    if ((c === '"' || c === "'") && next === '`' && curved(i)) continue;
    if (c === '`' || c === '+') {
      const close = finder.find(c, i + 1);
      if (close > i + 1 && !/\s/.test(next)) object('code', close + 1);
      else i++;
    } else if (c === '<' && next === '<') {
      const close = finder.find('>>', i);
      if (close > 0) object('other', close + 2);
      else i += 2;
    } else if (c === '{') {
      const attribute = /^\{[\w-]{1,60}\}/.exec(text.slice(i, i + 64));
      if (attribute) object('other', i + attribute[0].length);
      else i++;
    } else if ((c === '*' || c === '_' || c === '#' || c === '^' || c === '~') && !(wordCharacter.test(text[i - 1] ?? '') && wordCharacter.test(next))) skip(i + 1);
    else if (c === '@' && keyEnd(text, i) > i) i = keyEnd(text, i);
    else if (/[a-z]/.test(c) && !wordCharacter.test(text[i - 1] ?? '')) macroOrWord();
    else i++;
  }
  builder.prose(from, end);

  /** `"` and `'` with a grave accent are curved quotation marks; the closing ones are looked for in the rest of the line. */
  function curved(at: number): boolean {
    const mark = text[at]!, close = finder.find('`' + mark, at + 2);
    if (close <= at + 2 || /\s/.test(text[at + 2] ?? ' ')) return false;
    const inner = at + 2, innerEnd = close;
    skip(inner);
    builder.quote({ start: inner, end: innerEnd, outerStart: at, outerEnd: innerEnd + 2, opening: mark + '`', closing: '`' + mark, closed: true });
    builder.prose(inner, innerEnd);
    from = i = innerEnd + 2;
    return true;
  }

  function macroOrWord(): void {
    const macro = /^(https?:\/\/[^\s[\]<>"]{1,1000}|(?:link|mailto|image|footnote|cite|citenp|xref|stem|latexmath|kbd|btn|menu|pass|icon):[^\s[\]]{0,1000})(\[)?/.exec(text.slice(i, Math.min(end, i + 1020)));
    if (!macro) {
      while (i < end && /[a-zA-Z]/.test(text[i]!)) i++;
      return;
    }
    const target = macro[1]!, bracket = macro[2] ? i + target.length : -1;
    const close = bracket < 0 ? undefined : groupEnd(text, bracket, '[', ']');
    const isAddress = /^(?:https?:|link:|mailto:)/.test(target);
    if (close === undefined || close > end) {
      if (isAddress && target.includes('//')) object('other', i + target.replace(/(?<![.,;:!?)])[.,;:!?)]+$/, '').length);
      else i += 1;
      return;
    }
    if (isAddress) {
      builder.prose(from, i);
      builder.inline('link', i, close, target.replace(/^link:/, ''));
      builder.prose(bracket + 1, close - 1);
      from = i = close;
      return;
    }
    const name = target.slice(0, target.indexOf(':'));
    if (name === 'footnote') {
      const inner = bracket + 1;
      object('note', close);
      builder.apart(note(inner, close - 1));
    } else object(name.startsWith('cite') ? 'citation' : name === 'image' ? 'image' : 'other', close);
  }
}
