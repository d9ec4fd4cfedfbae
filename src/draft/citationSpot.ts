import { citationAt } from './citations';
import type { DraftText } from './text';

/**
 * Where a further key goes when the cursor is in or right behind a citation in brackets (`[@a]`, `\autocite{a}`), and what parts it
 * from the one before; undefined where a citation of its own is needed.
 */
export function citationSpot(draft: DraftText, offset: number): { readonly offset: number; readonly before: string } | undefined {
  const citation = citationAt(draft, offset);
  if (!citation || citation.form !== 'key' || offset <= citation.start) return undefined;
  const raw = draft.text.slice(citation.start, citation.end);
  if (raw.startsWith('[') && raw.endsWith(']') && raw.includes('@')) return { offset: citation.end - 1, before: '; @' };
  if (/^\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\]]*\])*\{[^{}]*\}$/.test(raw)) return { offset: citation.end - 1, before: ',' };
  return undefined;
}
