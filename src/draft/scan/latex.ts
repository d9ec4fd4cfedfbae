import type { Block } from '../text';
import { BlockBuilder } from './builder';
import { Finder, groupEnd, isBlankAfter, lineEnd, mathEnd } from './groups';
import { argumentsBeforeQuote, characters, commandKind, isOpaque, isQuotation } from './latexCommands';

/** Notes within notes are followed this deep. */
const DEPTH = 3;
/** How long a note may be, in characters. */
const NOTE = 5000;

/** LaTeX: what stands between `\begin{document}` and `\end{document}`, or all of a file without them, less comments, commands, verbatim text and math. */
export function scanLatex(text: string): readonly Block[] {
  const begin = text.indexOf('\\begin{document}'), end = text.indexOf('\\end{document}', Math.max(0, begin));
  return new LatexScanner(text, begin < 0 ? 0 : begin + 16, end < 0 ? text.length : end, 0).scan();
}

interface Group {
  readonly kind: 'plain' | 'heading' | 'quote';
  readonly outerStart: number;
  readonly start: number;
}

class LatexScanner {
  private readonly builder = new BlockBuilder();
  private readonly finder: Finder;
  private groups: Group[] = [];
  private quoteDepth = 0;
  private i: number;

  constructor(private readonly text: string, from: number, private readonly to: number, private readonly depth: number) {
    this.finder = new Finder(text);
    this.i = from;
  }

  scan(): readonly Block[] {
    while (this.i < this.to) this.step();
    this.endBlock();
    return this.builder.finish();
  }

  private step(): void {
    const { text, i } = this;
    switch (text[i]) {
      case '\\': this.command(); return;
      case '%': this.i = Math.min(this.to, lineEnd(text, i) + 1); if (isBlankAfter(text, this.i - 1)) this.endBlock(); return;
      case '{': this.groups.push({ kind: 'plain', outerStart: i, start: i + 1 }); this.i++; return;
      case '}': this.closeGroup(); this.i++; return;
      case '$': this.math(text[i + 1] === '$' ? '$$' : '$', text[i + 1] === '$' ? '$$' : '$'); return;
      case '~': this.reads(1, ' '); return;
      case '-':
        if (text.startsWith('---', i)) this.reads(3, '—');
        else if (text[i + 1] === '-') this.reads(2, '–');
        else this.prose(1);
        return;
      case '\n':
        if (isBlankAfter(text, i)) this.endBlock();
        this.prose(1);
        return;
      default: {
        let end = i + 1;
        while (end < this.to && !'\\%{}$~-\n'.includes(text[end]!)) end++;
        this.prose(end - i);
      }
    }
  }

  /** Takes characters as prose; blanks between blocks are none. */
  private prose(length: number): void {
    const end = Math.min(this.to, this.i + length);
    let start = this.i;
    if (!this.builder.isOpen) {
      while (start < end && /\s/.test(this.text[start]!)) start++;
      if (start < end) this.builder.begin('paragraph', this.quoteDepth);
    }
    this.builder.prose(start, end);
    this.i = end;
  }

  private reads(length: number, as: string): void {
    if (!this.builder.isOpen) this.builder.begin('paragraph', this.quoteDepth);
    this.builder.reads(this.i, this.i + length, as);
    this.i += length;
  }

  private endBlock(): void {
    for (const group of this.groups) if (group.kind === 'quote') this.addQuote(group, this.i, this.i, false);
    this.groups = [];
    this.builder.end();
  }

  private closeGroup(): void {
    const group = this.groups.pop();
    if (group?.kind === 'heading') this.builder.end();
    if (group?.kind === 'quote') this.addQuote(group, this.i, this.i + 1, true);
  }

  private addQuote(group: Group, end: number, outerEnd: number, closed: boolean): void {
    this.builder.quote({ start: group.start, end, outerStart: group.outerStart, outerEnd, opening: this.text.slice(group.outerStart, group.start), closing: '}', closed });
  }

  private math(open: string, close: string): void {
    const end = mathEnd(this.text, this.i + open.length - close.length, close);
    if (end === undefined) this.i += open.length;
    else this.object('math', end);
  }

  private object(kind: 'math' | 'code' | 'citation' | 'note', end: number): void {
    if (!this.builder.isOpen) this.builder.begin('paragraph', this.quoteDepth);
    this.builder.inline(kind, this.i, Math.min(end, this.to));
    this.i = Math.min(end, this.to);
  }

  private command(): void {
    const { text, i } = this;
    const next = text[i + 1] ?? '';
    if (next === '(' || next === '[') { this.math('\\' + next, next === '(' ? '\\)' : '\\]'); return; }
    if (!/[a-zA-Z]/.test(next)) { this.escaped(next); return; }
    let end = i + 1;
    while (end < this.to && /[a-zA-Z]/.test(text[end]!)) end++;
    const name = text.slice(i + 1, end);
    if (text[end] === '*') end++;
    if (name === 'begin' || name === 'end') { this.environment(name, end); return; }
    const reads = Object.hasOwn(characters, name) ? characters[name] : undefined;
    if (reads !== undefined) {
      // The empty group, or the blank, that ends the command's name.
      const after = text.startsWith('{}', end) ? end + 2 : end;
      this.reads(after - i, reads);
      return;
    }
    switch (commandKind(name)) {
      case 'hidden': this.i = this.argumentsEnd(end); return;
      case 'first hidden': this.firstHidden(name, end); return;
      case 'citation': this.object('citation', this.argumentsEnd(end)); return;
      case 'verbatim': this.verbatim(name, end); return;
      case 'note': this.note(this.optionsEnd(end)); return;
      case 'quote': this.quote(name, end); return;
      case 'heading': {
        this.endBlock();
        const brace = this.optionsEnd(end);
        this.i = brace;
        if (text[brace] !== '{') return;
        this.builder.begin('heading', this.quoteDepth);
        this.groups.push({ kind: 'heading', outerStart: i, start: brace + 1 });
        this.i++;
        return;
      }
      case 'item': case 'paragraph break': this.endBlock(); this.i = this.optionsEnd(end); return;
      default: this.i = this.optionsEnd(end);
    }
  }

  /** A backslash before a sign: the sign itself, a thin space, an accent. */
  private escaped(sign: string): void {
    if ('%&$#_{}'.includes(sign) && sign !== '') { this.i++; this.prose(1); }
    else if (sign === ' ' || sign === ',' || sign === ';' || sign === ':' || sign === '\\' || sign === '\n') {
      if (sign === '\n' && isBlankAfter(this.text, this.i + 1)) this.i++;
      else this.reads(2, ' ');
    } else this.i = Math.min(this.to, this.i + 2);
  }

  private environment(command: string, at: number): void {
    const { text } = this;
    const close = text[at] === '{' ? groupEnd(text, at, '{', '}') : undefined;
    this.endBlock();
    if (close === undefined) { this.i = at; return; }
    const name = text.slice(at + 1, close - 1);
    if (command === 'end') {
      if (isQuotation(name)) this.quoteDepth = Math.max(0, this.quoteDepth - 1);
      this.i = close;
    } else if (isOpaque(name)) {
      const end = this.finder.find(`\\end{${name}}`, close);
      this.i = end < 0 ? this.to : Math.min(this.to, end);
    } else {
      if (isQuotation(name)) this.quoteDepth++;
      this.i = this.argumentsEnd(close);
    }
  }

  /** After the optional arguments that follow. */
  private optionsEnd(from: number): number {
    let i = from;
    while (this.text[i] === '[') {
      const end = groupEnd(this.text, i, '[', ']');
      if (end === undefined) break;
      i = end;
    }
    return Math.min(i, this.to);
  }

  /** After all the arguments that follow. */
  private argumentsEnd(from: number): number {
    let i = this.optionsEnd(from);
    while (this.text[i] === '{') {
      const end = groupEnd(this.text, i, '{', '}');
      if (end === undefined) break;
      i = this.optionsEnd(end);
    }
    return Math.min(i, this.to);
  }

  private firstHidden(name: string, end: number): void {
    const from = this.optionsEnd(end), close = this.text[from] === '{' ? groupEnd(this.text, from, '{', '}') : undefined;
    if (close !== undefined && name === 'href') this.builder.inline('link', this.i, close, this.text.slice(from + 1, close - 1).replace(/\\([%#&_~])/g, '$1'));
    this.i = Math.min(close ?? from, this.to);
  }

  private verbatim(name: string, end: number): void {
    const from = name === 'mintinline' ? groupEnd(this.text, end, '{', '}') ?? end : this.optionsEnd(end);
    const open = this.text[from] ?? '', close = open === '{' ? '}' : open;
    const line = lineEnd(this.text, from), at = open === '' ? -1 : this.text.slice(from, line).indexOf(close, 1);
    if (at < 0) this.i = from;
    else this.object('code', from + at + 1);
  }

  /** The words of a note stand apart from the sentence it is set in. */
  private note(brace: number): void {
    const end = this.text[brace] === '{' ? groupEnd(this.text, brace, '{', '}', NOTE) : undefined;
    if (end === undefined || this.depth >= DEPTH) { this.i = brace; return; }
    this.object('note', end);
    this.builder.apart(new LatexScanner(this.text, brace + 1, Math.min(end - 1, this.to), this.depth + 1).scan());
  }

  private quote(name: string, end: number): void {
    const outerStart = this.i;
    let i = this.optionsEnd(end);
    for (let n = argumentsBeforeQuote(name); n > 0 && this.text[i] === '{'; n--) i = this.optionsEnd(groupEnd(this.text, i, '{', '}') ?? i + 1);
    this.i = i;
    if (this.text[i] !== '{') return;
    if (!this.builder.isOpen) this.builder.begin('paragraph', this.quoteDepth);
    this.groups.push({ kind: 'quote', outerStart, start: i + 1 });
    this.i++;
  }
}
