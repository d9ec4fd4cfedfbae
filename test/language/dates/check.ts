import assert from 'node:assert/strict';
import { findDates } from '../../../src/language/dates';
import { prepare } from '../../../src/language/document';
import type { TimeExpression } from '../../../src/language/types';

/** A Friday. */
export const published = '2024-04-12';

/** Finds the dates of a text in which every expected expression stands between square brackets. */
function find(marked: string, at: string | undefined): { found: TimeExpression[]; spans: string[] } {
  const text = marked.replace(/[[\]]/g, '');
  const found = findDates(prepare(text, at === undefined ? {} : { published: at }));
  const spans: string[] = [];
  let removed = 0;
  for (const match of marked.matchAll(/\[([^\]]*)\]/g)) {
    spans.push(`${match.index - removed} ${match[1]!}`);
    removed += 2;
  }
  return { found, spans };
}

/** Checks spans and values: `check('He left on [Friday].', '2024-04-12')`. Without values nothing may be found. */
export function check(marked: string, ...values: string[]): TimeExpression[] {
  return checkAt(published, marked, ...values);
}

/** The same with another publication date, or none. */
export function checkAt(at: string | undefined, marked: string, ...values: string[]): TimeExpression[] {
  const { found, spans } = find(marked, at);
  assert.deepEqual(found.map((date) => `${date.start} ${date.text} = ${date.value}`), spans.map((span, i) => `${span} = ${values[i]}`), marked);
  return found;
}

/** Checks that a text has no time expression at all. */
export function checkNone(...texts: string[]): void {
  for (const text of texts) checkAt(published, text);
}
