import type { TextSpan } from '../types';
import type { Attribution } from './attribution';
import { type Folded, itemEnd, itemStart, type ItemRange } from './fold';
import type { Clause } from './clauses';

/** A speaker as the text mentions him. */
export interface Speaker {
  readonly mention: TextSpan;
  /** What `who` stands for, where the mention is that word. */
  readonly antecedent: TextSpan | null;
}

export function spanOf(f: Folded, range: ItemRange): TextSpan {
  const start = itemStart(f, range.from), end = itemEnd(f, range.to - 1);
  return { start, end, text: f.tokens.text.slice(start, end) };
}

/** The speaker a clause names; null when its subject is unknown. */
export function speakerOf(f: Folded, clause: Clause): Speaker | null {
  if (!clause.subject || isEndless(f, clause.subject)) return null;
  return { mention: spanOf(f, clause.subject), antecedent: clause.antecedent && !isEndless(f, clause.antecedent) ? spanOf(f, clause.antecedent) : null };
}

export function speakerIn(f: Folded, attribution: Attribution): Speaker | null {
  if (attribution.clause) return speakerOf(f, attribution.clause);
  return attribution.speaker && !isEndless(f, attribution.speaker) ? { mention: spanOf(f, attribution.speaker), antecedent: null } : null;
}

/** Nobody is mentioned in so many characters: it is text without spaces. */
function isEndless(f: Folded, range: ItemRange): boolean {
  return itemEnd(f, range.to - 1) - itemStart(f, range.from) > 1000;
}

/** The clause by which a sentence without quoted words lets somebody speak; undefined when none does. */
export function reporter(f: Folded, clauses: readonly Clause[]): Clause | undefined {
  for (const clause of clauses) {
    const cue = f.cues[clause.cue];
    if (clause.subject && clause.order !== 'owner' && (!cue || cue.class === 'say' || cue.class === 'write')) return clause;
  }
  return undefined;
}
