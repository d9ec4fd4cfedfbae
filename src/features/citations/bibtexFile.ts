/** One work of a `.bib` file. */
export interface BibtexEntry {
  /** In lower case: `article`, `book`. */
  readonly type: string;
  readonly key: string;
  /** Values as they are written, without the braces or marks around them, by name in lower case; the first of two fields of one name. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Where each brace that is closed is closed. An entry at the beginning of a line ends what was never closed before it. */
function pairsOf(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[{}]|^@[A-Za-z]+\s{0,20}(?=\{)/gm)) {
    if (mark === '{') open.push(index);
    else if (mark !== '}') open = [];
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/**
 * The entries of a BibTeX or BibLaTeX file, in order. Reads what it can: what is broken is passed over up to the next `@` at
 * the beginning of a line. Abbreviations (`@string`) are put in their place. Time grows with the length of the text.
 */
export function readBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [], strings = new Map<string, string>(), pairs = pairsOf(text);
  const head = /@([A-Za-z]+)\s{0,20}([{(])/g;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const type = match[1]!.toLowerCase(), closing = match[2] === '{' ? '}' : ')';
    if (type === 'comment' || type === 'preamble') continue;
    const reader = new EntryReader(text, head.lastIndex, closing, strings, pairs);
    const key = type === 'string' ? '' : reader.key();
    if (key === undefined) continue;
    const fields = reader.fields();
    if (type === 'string') for (const [name, value] of fields) strings.set(name, value);
    else if (key !== '') entries.push({ type, key, fields });
    head.lastIndex = Math.max(head.lastIndex, reader.at);
  }
  return entries;
}

/** Reads one entry from behind its opening brace. */
class EntryReader {
  constructor(private readonly text: string, public at: number, private readonly closing: string, private readonly strings: ReadonlyMap<string, string>, private readonly pairs: ReadonlyMap<number, number>) {}

  /** The key and the comma behind it; undefined when there is none. */
  key(): string | undefined {
    const word = this.match(/\s*([^\s,{}()"=#%\\]+)\s*/y);
    if (word === undefined) return undefined;
    if (this.text[this.at] === ',') this.at++;
    else if (this.text[this.at] !== this.closing) return undefined;
    return word;
  }

  fields(): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      const name = this.match(/[\s,]*([^\s,{}()"=#%\\@]+)\s*=\s*/y)?.toLowerCase();
      if (name === undefined) break;
      const value = this.value();
      if (value === undefined) break;
      if (!fields.has(name)) fields.set(name, value);
    }
    return fields;
  }

  /** `{…}`, `"…"`, a number or an abbreviation, joined by `#`. */
  private value(): string | undefined {
    let value = '';
    for (;;) {
      const mark = this.text[this.at];
      const part = mark === '{' ? this.group('}') : mark === '"' ? this.group('"') : this.word();
      if (part === undefined) return undefined;
      value += part;
      if (this.match(/(\s*#\s*)/y) === undefined) return value.replace(/\s+/g, ' ').trim();
    }
  }

  private word(): string | undefined {
    const word = this.match(/([^\s,{}()"=#%\\@]+)/y);
    return word === undefined ? undefined : (this.strings.get(word.toLowerCase()) ?? word);
  }

  /** What is between the mark under the cursor and the one that closes it, braces within in pairs; undefined when it is never closed. */
  private group(closing: string): string | undefined {
    const start = this.at + 1;
    let end = closing === '}' ? this.pairs.get(this.at) : undefined;
    for (let at = start; closing === '"' && end === undefined && at < this.text.length; at++) {
      const c = this.text[at];
      if (c === '"') end = at;
      else if (c === '{') at = this.pairs.get(at) ?? this.text.length;
      else if (c === '}') break;
    }
    this.at = end === undefined ? start : end + 1;
    return end === undefined ? undefined : this.text.slice(start, end);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found[1];
  }
}
