import type { Log } from '../../src/corpus/ports';

/** A log that nobody reads. */
export const silentLog: Log = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
