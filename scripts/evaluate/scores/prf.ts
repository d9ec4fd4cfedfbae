/** Precision, recall and their harmonic mean, between 0 and 1, with the counts they rest on. */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Found and right, found, and to be found. */
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

/** Figures from counts. Nothing found where nothing was to be found is perfect. */
export function prf(right: number, found: number, gold: number): Prf {
  const precision = found ? right / found : gold ? 0 : 1;
  const recall = gold ? right / gold : found ? 0 : 1;
  return { precision, recall, f1: harmonic(precision, recall), right, found, gold };
}

export function harmonic(precision: number, recall: number): number {
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}
