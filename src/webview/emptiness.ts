import type { IndexPhase } from '../server/protocol';
import { say } from './words';

/** Why there is nothing to draw, and what to do; undefined when there is something. */
export function emptyWords(at: { readonly phase: IndexPhase; readonly articles: number; readonly total: number; readonly dated: number; readonly filtered: boolean; readonly loaded: boolean }): string | undefined {
  if (at.dated > 0) return undefined;
  if (at.phase === 'no-corpus') return say('Attest found no folder of articles. Put articles into a folder named “sources”, or choose one with “Attest: Choose Corpus Folder…”.');
  if (at.phase === 'failed') return say('The index cannot be used. “Attest: Show Log” says why.');
  if (at.phase === 'starting' || at.phase === 'scanning' || at.phase === 'indexing' || !at.loaded) return say('Reading your articles…');
  if (at.articles === 0) return say('The corpus folder holds no articles yet. Put .txt or .md files into it; they are indexed at once.');
  if (at.total === 0) return at.filtered ? say('No event matches the filter.') : say('The articles report no event that Attest recognises.');
  return say('No source says when these events happened. They are listed apart, with the reason.');
}
