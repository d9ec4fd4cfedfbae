import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The words of a call are wrong; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses options strictly; throws {@link UsageError} for unknown or malformed ones. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
