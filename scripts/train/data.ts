/** Reads annotated texts: JSON Lines of the training folder, and the sentences of this repository in their bracket notation. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Type } from '../../src/language/names/tagger';

export interface Annotated {
  readonly id: string;
  readonly text: string;
  /** Disjoint, ascending. `type` as in the tagger's {@link Type}. */
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: number }[];
  /** Whether names of type "other" are annotated too; where not, an unmarked word may be one. */
  readonly other: boolean;
}

const types: Readonly<Record<string, number>> = { PER: Type.person, ORG: Type.organisation, LOC: Type.place, MISC: Type.other };
const letters: Readonly<Record<string, number>> = { P: Type.person, O: Type.organisation, L: Type.place, M: Type.other };

interface Line { readonly id: string; readonly text: string; readonly noMisc?: boolean; readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[] }

/** Documents of a JSON Lines file. */
export function readJsonLines(file: string): Annotated[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((json) => {
    const { id, text, entities, noMisc } = JSON.parse(json) as Line;
    const sorted = entities.map(({ start, end, type }) => ({ start, end, type: types[type] ?? Type.other })).sort((a, b) => a.start - b.start || b.end - a.end);
    let last = 0;
    return { id, text, other: !noMisc, entities: sorted.filter((e) => (e.start >= last ? ((last = e.end), true) : false)) };
  });
}

/** One text in bracket notation: `[P Wang Di] met officials in [L Tehran]`. */
export function readBrackets(id: string, marked: string): Annotated {
  let text = '', at = 0;
  const entities: { start: number; end: number; type: number }[] = [];
  for (const match of marked.matchAll(/\[([POLM]) ([^\]]+)\]/g)) {
    text += marked.slice(at, match.index);
    const name = match[2]!;
    entities.push({ start: text.length, end: text.length + name.length, type: letters[match[1]!]! });
    text += name;
    at = match.index + match[0].length;
  }
  return { id, text: text + marked.slice(at), entities, other: true };
}

/** The repository's own annotated texts: `own/*.txt`, texts separated by an empty line, `#` starts a comment line. */
export function readOwn(folder: string): Annotated[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8').split('\n').filter((line) => !line.startsWith('#')).join('\n').split(/\n{2,}/)
      .filter((text) => text.trim()).map((text, i) => readBrackets(`${name}:${i}`, text.trim())));
}
