/** What an attack is, and what comes of it. */

/** How much of an attack is wanted. */
export interface Budget {
  /** The short form, part of `npm test`. */
  readonly short: boolean;
  /** Seeds every choice; the same seed makes the same attack. */
  readonly seed: number;
  /** Minutes of fuzzing; undefined: the form's own. */
  readonly fuzzMinutes: number | undefined;
}

/** A line of the table. */
export interface Result {
  /** What was done to Attest. */
  readonly what: string;
  /** How often. */
  readonly times: number;
  /** What was lost or went wrong, one entry each; empty when nothing was. */
  readonly lost: readonly string[];
  /** Figures worth knowing; empty when there are none. */
  readonly figures: string;
}

/** A group of attacks. An error it throws counts as lost. */
export interface Attack {
  readonly name: string;
  run(budget: Budget): Promise<readonly Result[]>;
}
