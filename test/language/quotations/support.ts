import assert from 'node:assert/strict';
import { prepare } from '../../../src/language/document';
import type { NamesFound } from '../../../src/language/names';
import { findQuotations } from '../../../src/language/quotations';
import type { NameKind, Quotation } from '../../../src/language/types';

/** What is expected of a quotation: its words, its speaker's mention (null: nobody), its cue (left out: not looked at). */
export type Expected = readonly [words: string, speaker: string | null, cue?: string | null];

const noNames: NamesFound = { names: [], mentions: [] };

export function find(text: string, names: NamesFound = noNames): Quotation[] {
  return findQuotations(prepare(text), names);
}

export function direct(text: string, names: NamesFound = noNames): Quotation[] {
  return find(text, names).filter((q) => q.form === 'direct');
}

/** Checks the direct quotations of a text, in order. */
export function check(text: string, expected: readonly Expected[]): void {
  const found = direct(text);
  const seen = found.map((q, i) => {
    const row: (string | null)[] = [q.text, q.speaker?.text ?? null];
    if (expected[i] && expected[i].length > 2) row.push(q.cue?.text ?? null);
    return row;
  });
  assert.deepEqual(seen, expected.map((row) => [...row]));
  checkSpans(text, found);
}

/** Every offset lies in the text and every `text` is what stands there. */
export function checkSpans(text: string, quotations: readonly Quotation[]): void {
  for (const q of quotations) {
    for (const span of [q, q.speaker, q.cue]) {
      if (!span) continue;
      assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
      assert.equal(text.slice(span.start, span.end), span.text);
    }
  }
}

/** Names for a text: each form in a group is looked up wherever it stands (longest first). */
export function names(text: string, groups: readonly (readonly [kind: NameKind, canonical: string, ...forms: string[]])[], roles: Readonly<Record<string, string>> = {}): NamesFound {
  const mentions = groups.flatMap(([kind, canonical, ...forms], name) =>
    [canonical, ...forms].flatMap((form) => [...text.matchAll(new RegExp(`\\b${form}\\b`, 'g'))].map((m) => ({ start: m.index, end: m.index + form.length, text: form, kind, name, certain: true }))));
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const disjoint = mentions.filter((m, i) => !mentions.slice(0, i).some((earlier) => m.start < earlier.end && m.end <= earlier.end));
  return {
    names: groups.map(([kind, canonical, ...aliases]) => {
      const role = roles[canonical];
      const start = role ? text.indexOf(role) : -1;
      return { canonical, kind, aliases, roles: role ? [{ start, end: start + role.length, text: role }] : [] };
    }),
    mentions: disjoint,
  };
}
