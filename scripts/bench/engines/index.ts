import { attest } from './attest';
import type { Engine } from './engine';
import { flexSearch } from './flexSearch';
import { fts5 } from './fts5';
import { fuse } from './fuse';
import { miniSearch } from './miniSearch';
import { orama } from './orama';
import { findRipgrep, linearScan, ripgrep } from './scans';

/** All engines that this machine has. */
export function allEngines(): readonly Engine[] {
  const program = findRipgrep();
  return [attest, fts5, flexSearch, miniSearch, orama, fuse, ...(program === undefined ? [] : [ripgrep(program)]), linearScan];
}
