/** A stage of the tests. */

/** How many checks passed and failed. A stage in which nothing ran counts as failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** A part of the tests: the word by which `--only` names it, its heading, and what it does. An error it throws is a failure. */
export interface Stage {
  readonly name: string;
  readonly heading: string;
  run(): Promise<Count>;
}

/** The count of a check that is one thing. */
export function one(good: boolean): Count {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
