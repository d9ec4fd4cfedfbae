/** A stage of the tests. */

/** How many checks passed and failed, and what is to be said of those that failed. A stage in which nothing ran counts as failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** A text for each failure: its name, then why, on lines of their own. */
  readonly failures?: readonly string[];
}

/** A part of the tests: the word by which `--only` names it, its heading, and what it does. An error it throws is a failure. */
export interface Stage {
  readonly name: string;
  readonly heading: string;
  run(): Promise<Count>;
}

/** The end of what a program wrote, as much as is said once more. */
export function endOf(output: string): string {
  return output.trimEnd().slice(-2000);
}

/** The count of a check that is one thing; `why` says what is wrong. */
export function one(good: boolean, why = ''): Count {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [why] };
}
