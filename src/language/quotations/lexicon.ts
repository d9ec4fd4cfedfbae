import { type Cue, isSayingNoun, reportingVerb, reportingVerbForms, sayingNounForms } from './cues';
import { wordClass, wordForms } from './words';

/** What the recognisers here ask of a word, found in one look-up. */
export interface Entry {
  /** Bits of `Word`. */
  readonly classes: number;
  readonly cue: Cue | undefined;
  /** May begin a phrase that names a source without a verb: `according`, `claim`. */
  readonly lead: boolean;
}

const leads = new Set(['according', 'words', 'per']);
const open: Entry = { classes: 0, cue: undefined, lead: false };
const entries = new Map<string, Entry>();
for (const word of [...wordForms(), ...reportingVerbForms(), ...sayingNounForms(), ...leads]) {
  entries.set(word, { classes: wordClass(word), cue: reportingVerb(word), lead: leads.has(word) || isSayingNoun(word) });
}

const endings: Entry = { ...open, classes: wordClass('quietly') };

/** The entry of a lower-case word; words of the open classes share one. */
export function look(lower: string): Entry {
  const known = entries.get(lower);
  if (known) return known;
  const last = lower.charCodeAt(lower.length - 1);
  if (last === 121) return wordClass(lower) === endings.classes ? endings : open;
  // `I'm`, `they've`: an apostrophe in the second to last places.
  return lower.length < 8 && (lower.includes("'") || lower.includes('’')) && wordClass(lower) ? { ...open, classes: wordClass(lower) } : open;
}
