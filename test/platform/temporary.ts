import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../../src/corpus/ports';

/** A directory of its own for each test of a suite; call inside `describe`. */
export function temporaryDirectory(): { readonly path: string; at(...parts: string[]): string } {
  let directory = '';
  beforeEach(() => { directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'attest-test-'))); });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  return {
    get path() { return directory; },
    at: (...parts) => path.join(directory, ...parts),
  };
}

/** A log that keeps its lines. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (message: string): void => { lines.push(message); };
  return { lines, error: keep, warn: keep, info: keep, debug: keep };
}
