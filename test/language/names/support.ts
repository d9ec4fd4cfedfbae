import assert from 'node:assert/strict';
import { prepare } from '../../../src/language/document';
import { findNames, type NamesFound } from '../../../src/language/names';

const letters = { person: 'P', organisation: 'O', place: 'L' } as const;

/** Names of a text. */
export const namesIn = (text: string): NamesFound => findNames(prepare(text));

/** Checks a text in which every name is marked: `[P Ana Bek] flew to [L Oslo]`. */
export function checkNames(marked: string): void {
  const text = marked.replace(/\[[POL] ([^\]]+)\]/g, '$1');
  let out = '', at = 0;
  for (const { start, end, kind } of namesIn(text).mentions) {
    out += `${text.slice(at, start)}[${letters[kind]} ${text.slice(start, end)}]`;
    at = end;
  }
  assert.equal(out + text.slice(at), marked);
}

/** Checks which forms of a text are one name: each group is a canonical form and its aliases, in order. */
export function checkLinks(text: string, expected: readonly (readonly string[])[]): void {
  assert.deepEqual(namesIn(text).names.map(({ canonical, aliases }) => [canonical, ...aliases]), expected);
}
