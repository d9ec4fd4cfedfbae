import type { Block } from '../text';
import { BlockBuilder } from './builder';
import { Finder, groupEnd, isBlankAfter, lineEnd, mathEnd } from './groups';

/** How long a note may be, in characters, and how deep notes are followed. */
const NOTE = 5000, DEPTH = 3;
const statements = /^(?:let|set|show|import|include|if|else|for|while|context|return)$/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Typst markup, less comments, code, raw text, math and labels. Syntax: Typst reference, “Syntax”. */
export function scanTypst(text: string): readonly Block[] {
  return new TypstScanner(text, 0, text.length, 0).scan();
}

interface Content {
  /** `plain` for a bracket of the text itself. */
  readonly kind: 'plain' | 'content' | 'quote';
  readonly outerStart: number;
  readonly start: number;
}

class TypstScanner {
  private readonly builder = new BlockBuilder();
  private readonly finder: Finder;
  private contents: Content[] = [];
  /** Whether only blanks stand between the line's beginning and `i`. */
  private atLineStart = true;
  private inHeading = false;

  constructor(private readonly text: string, private i: number, private readonly to: number, private readonly depth: number) {
    this.finder = new Finder(text);
  }

  scan(): readonly Block[] {
    while (this.i < this.to) {
      const before = this.i;
      this.step();
      const last = this.text[this.i - 1]!;
      if (last === '\n') this.atLineStart = true;
      else if (!/^[ \t\r]*$/.test(this.text.slice(before, this.i))) this.atLineStart = false;
    }
    this.endBlock();
    return this.builder.finish();
  }

  private step(): void {
    const { text, i } = this, next = text[i + 1] ?? '';
    if (this.atLineStart && this.lineMarker()) return;
    switch (text[i]) {
      case '\\': this.i++; if (this.i < this.to) this.prose(1); return;
      case '/':
        if (next === '/' && text[i - 1] !== ':') this.i = Math.min(this.to, lineEnd(text, i));
        else if (next === '*') this.skipTo(this.finder.find('*/', i + 2), 2);
        else this.prose(1);
        return;
      case '`': this.raw(); return;
      case '$': {
        const end = mathEnd(text, i, '$');
        if (end === undefined) this.prose(1);
        else this.object('math', end);
        return;
      }
      case '#': this.code(); return;
      case '[':
        if (!this.builder.isOpen) this.builder.begin();
        this.contents.push({ kind: 'plain', outerStart: i, start: i });
        this.prose(1);
        return;
      case ']': this.closeContent(); return;
      case '*': this.i++; return;
      case '_':
        if (wordCharacter.test(text[i - 1] ?? '') && wordCharacter.test(next)) this.prose(1);
        else this.i++;
        return;
      case '~': this.reads(1, ' '); return;
      case '-':
        if (text.startsWith('---', i)) this.reads(3, '—');
        else if (next === '-') this.reads(2, '–');
        else this.prose(1);
        return;
      case '@': this.reference(); return;
      case '<': {
        const label = /^<[\p{L}\p{N}_:.-]{1,100}>/u.exec(text.slice(i, i + 104));
        if (label) this.i += label[0].length;
        else this.prose(1);
        return;
      }
      case 'h':
        // An address is no prose, and its slashes begin no comment.
        if (/^https?:\/\//.test(text.slice(i, i + 8)) && !wordCharacter.test(text[i - 1] ?? '')) this.address();
        else this.prose(1);
        return;
      case '\n':
        if (this.inHeading || isBlankAfter(text, i)) this.endBlock();
        this.prose(1);
        return;
      default: {
        let end = i + 1;
        while (end < this.to && !'\\/`$#[]*_~-@<h\n'.includes(text[end]!)) end++;
        this.prose(end - i);
      }
    }
  }

  /** A heading, list or term marker at the beginning of a line begins a block. */
  private lineMarker(): boolean {
    const marker = /^(?:=+[ \t]|[-+/][ \t]|\d{1,9}\.[ \t])/.exec(this.text.slice(this.i, Math.min(this.to, this.i + 12)));
    if (!marker) return false;
    this.endBlock();
    this.i += marker[0].length;
    this.inHeading = marker[0].startsWith('=');
    this.builder.begin(this.inHeading ? 'heading' : 'paragraph');
    return true;
  }

  private prose(length: number): void {
    const end = Math.min(this.to, this.i + length);
    let start = this.i;
    if (!this.builder.isOpen) while (start < end && /\s/.test(this.text[start]!)) start++;
    this.builder.prose(start, end);
    this.i = end;
  }

  private reads(length: number, as: string): void {
    this.builder.reads(this.i, this.i + length, as);
    this.i += length;
  }

  private object(kind: 'math' | 'code' | 'citation' | 'note' | 'other', end: number): void {
    const to = Math.min(end, this.to);
    this.builder.inline(kind, this.i, to);
    this.i = to;
  }

  private skipTo(at: number, length: number): void {
    this.i = at < 0 ? this.to : Math.min(this.to, at + length);
  }

  private endBlock(): void {
    for (const content of this.contents) if (content.kind === 'quote') this.addQuote(content, this.i, this.i, false);
    this.contents = [];
    this.inHeading = false;
    this.builder.end();
  }

  private closeContent(): void {
    const content = this.contents.pop();
    if (!content || content.kind === 'plain') { this.prose(1); return; }
    if (content.kind === 'quote') this.addQuote(content, this.i, this.i + 1, true);
    this.i++;
  }

  private addQuote({ start, outerStart }: Content, end: number, outerEnd: number, closed: boolean): void {
    this.builder.quote({ start, end, outerStart, outerEnd, opening: this.text.slice(outerStart, start), closing: ']', closed });
  }

  private raw(): void {
    const { text, i } = this;
    let end = i;
    while (text[end] === '`') end++;
    if (end - i === 2) { this.i = end; return; }
    const close = this.finder.find(text.slice(i, end), end);
    if (close < 0) this.i = end - i > 2 ? this.to : end;
    else this.object('code', close + end - i);
  }

  /** `@key` with its supplement `[p. 3]`; an address is none. */
  private reference(): void {
    const { text, i } = this;
    const key = wordCharacter.test(text[i - 1] ?? '') ? null : /^@[\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]{0,200}[\p{L}\p{N}_-])?/u.exec(text.slice(i, i + 204));
    if (!key) { this.prose(1); return; }
    const end = i + key[0].length;
    this.object('citation', text[end] === '[' ? groupEnd(text, end, '[', ']') ?? end : end);
  }

  private address(): void {
    let end = this.i;
    while (end < this.to && !/[\s"“”<>\])]/.test(this.text[end]!)) end++;
    this.builder.inline('link', this.i, end, this.text.slice(this.i, end));
    this.object('other', end);
  }

  /** `#name(…)[…]`, `#let …`, `#{…}`: content in brackets is prose, everything else is not. */
  private code(): void {
    const { text, i } = this;
    const name = /^#[\p{L}_][\p{L}\p{N}_.-]{0,100}/u.exec(text.slice(i, i + 102))?.[0].slice(1).replace(/(?<!\.)\.+$/, '');
    if (name === undefined) {
      const bracket = text[i + 1], close = bracket === '{' ? '}' : bracket === '(' ? ')' : undefined;
      const end = close && bracket ? this.bracketed(i + 1, bracket, close) : undefined;
      if (end === undefined) this.prose(1);
      else this.i = end;
      return;
    }
    let end = i + 1 + name.length;
    if (statements.test(name)) {
      this.statement(end);
      return;
    }
    const target = text[end] === '(' ? /^\(\s{0,20}"([^"\n]{0,1000})"/.exec(text.slice(end, end + 1030))?.[1] : undefined;
    if (text[end] === '(') end = this.bracketed(end, '(', ')') ?? end + 1;
    if (name === 'cite') { this.object('citation', text[end] === '[' ? groupEnd(text, end, '[', ']') ?? end : end); return; }
    if (name === 'link' && target !== undefined) this.builder.inline('link', i, Math.min(end, this.to), target);
    if (name === 'footnote' && text[end] === '[') { this.note(end); return; }
    if (text[end] === ';') end++;
    this.i = Math.min(end, this.to);
    if (text[end] !== '[' || end >= this.to) return;
    this.contents.push({ kind: name === 'quote' ? 'quote' : 'content', outerStart: i, start: end + 1 });
    this.i++;
  }

  private note(bracket: number): void {
    const end = groupEnd(this.text, bracket, '[', ']', NOTE);
    if (end === undefined || this.depth >= DEPTH) { this.i = Math.min(this.to, bracket + 1); return; }
    this.object('note', end);
    this.builder.apart(new TypstScanner(this.text, bracket + 1, Math.min(end - 1, this.to), this.depth + 1).scan());
  }

  /** A statement ends with its line, unless a bracket is open there. */
  private statement(from: number): void {
    const { text } = this;
    for (let i = from; i < this.to; i++) {
      const c = text[i]!;
      if (c === '\n') { this.i = i; return; }
      const close = c === '{' ? '}' : c === '(' ? ')' : c === '[' ? ']' : undefined;
      if (close !== undefined) i = (this.bracketed(i, c, close) ?? i + 1) - 1;
      else if (c === ']' && this.contents.length > 0) { this.i = i; return; }
    }
    this.i = this.to;
  }

  /** After the bracket that closes the one at `from`, strings passed over; undefined when it is not closed within reach. */
  private bracketed(from: number, open: string, close: string): number | undefined {
    let depth = 0;
    const to = Math.min(this.to, from + NOTE);
    for (let i = from; i < to; i++) {
      const c = this.text[i]!;
      if (c === '"') {
        for (i++; i < to && this.text[i] !== '"'; i++) if (this.text[i] === '\\') i++;
      } else if (c === open) depth++;
      else if (c === close && --depth === 0) return i + 1;
    }
    return undefined;
  }
}
