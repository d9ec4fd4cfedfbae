import type { TextDocument } from '../document';
import type { NamesFound } from '../names';
import type { Quotation } from '../types';
import { Reading } from './reading';
import { Resolver } from './resolve';

export { isReportingVerb, reportingClass, type CueClass } from './cues';

/**
 * Finds direct and indirect quotations with speaker and cue, in order of `start`. Scare quotes, titles and terms between
 * marks are none. `speaker` is null where the text lets nobody be seen; its `name` is null where it names nobody known.
 */
export function findQuotations(document: TextDocument, found: NamesFound): Quotation[] {
  const quotations = new Reading(document).read().sort((a, b) => a.start - b.start || a.end - b.end);
  const resolver = new Resolver(document.text, found, quotations.filter((q) => q.form === 'direct'));
  return quotations.map(({ speaker, ...quotation }) => ({ ...quotation, speaker: speaker && resolver.resolve(speaker) }));
}
