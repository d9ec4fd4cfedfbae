/** What a token does in its sentence, as far as finding events needs to know. */
export const Tag = {
  noun: 0, name: 1, adjective: 2, determiner: 3, possessive: 4, pronoun: 5, number: 6, time: 7,
  preposition: 8, to: 9, conjunction: 10, subordinator: 11, relative: 12, that: 13, adverb: 14, negation: 15,
  be: 16, have: 17, do: 18, modal: 19, base: 20, third: 21, past: 22, participle: 23, gerund: 24,
  comma: 25, dash: 26, quote: 27, stop: 28, bracket: 29,
} as const;
export type TagValue = (typeof Tag)[keyof typeof Tag];

export const isVerb = (tag: number): boolean => tag >= Tag.base && tag <= Tag.gerund;
export const isAuxiliary = (tag: number): boolean => tag >= Tag.be && tag <= Tag.modal;
/** May stand inside a noun phrase. */
export const isNominal = (tag: number): boolean => tag <= Tag.number;
/** Parts clauses without being a word of either. */
export const isMark = (tag: number): boolean => tag >= Tag.comma;
