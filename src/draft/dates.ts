import { findDates } from '../language/dates';
import { prepare } from '../language/document';
import type { TextSpan } from '../language/types';
import { OBJECT, plainOf } from './plain';
import type { DraftText } from './text';

/** A point or stretch of time that a draft names. */
export interface DraftDate extends TextSpan {
  /** TIMEX3 value; what the draft does not say of it is `X`: `XXXX-10-07`. */
  readonly value: string;
}

/** The date at an offset of a draft's prose; undefined where there is none, and for durations and what recurs. */
export function dateAt(draft: DraftText, offset: number): DraftDate | undefined {
  const block = draft.blockAt(offset);
  if (!block) return undefined;
  const plain = plainOf(draft.text, block), at = plain.toPlain(offset);
  // A line break within a paragraph is a blank to the reader, and a citation no word.
  const document = prepare(plain.text.replace(/[\r\n]/g, ' ').replaceAll(OBJECT, ' '));
  const found = findDates(document).find(({ type, start, end }) => (type === 'DATE' || type === 'TIME') && start <= at && at <= end);
  if (!found) return undefined;
  const start = plain.toSource(found.start), end = plain.toSource(found.end - 1) + 1;
  return { start, end, text: draft.text.slice(start, end), value: found.value };
}
