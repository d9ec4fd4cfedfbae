import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { citationsOf, type DraftCitation } from '../draft/citations';
import type { DraftText } from '../draft/text';
import type { Span } from '../language/types';
import { articlesNamed } from './articlesNamed';
import { citedBy, type DraftReferences } from './verification/citation';
import type { Finding } from './verification/finding';
import { Memo } from './verification/memo';
import type { DraftReport, QuoteCheck } from './verification/verifyDraft';

/** A checked draft, as its overview needs it. */
export interface CheckedDraft {
  readonly draft: DraftText;
  readonly report: DraftReport;
  readonly references: DraftReferences | undefined;
}

/** A quote or a citation of a draft, with what the corpus says of it. */
export type DraftEntry = Span & { readonly findings: readonly Finding[] } & (
  | { readonly kind: 'quote'; readonly check: QuoteCheck }
  | { readonly kind: 'citation'; readonly citation: DraftCitation; readonly text: string; readonly articles: readonly ArticleRecord[]; readonly missing: readonly string[] }
);

/** How often drafts quote and cite an article. */
export interface SourceUse {
  readonly quoted: number;
  readonly cited: number;
}

/** Quotes and citations in the order of the text; links that lead to no article are left out. */
export async function draftEntries(store: CorpusStore, { draft, report, references }: CheckedDraft): Promise<DraftEntry[]> {
  const entries: DraftEntry[] = [];
  for (const check of report.quotes) {
    if (!check.counts) continue;
    entries.push({ kind: 'quote', start: check.quote.outerStart, end: check.quote.outerEnd, check, findings: report.findings.filter(({ quote }) => quote === check) });
  }
  const memo = new Memo(() => 0);
  for (const citation of citationsOf(draft)) {
    const { start, end } = citation;
    const { cited, missing } = await citedBy(store, memo, [citation], references);
    const articles = cited.length > 0 || citation.form === 'key' ? cited : await articlesNamed(store, draft, citation);
    if (citation.form === 'link' && articles.length === 0) continue;
    entries.push({
      kind: 'citation', start, end, citation, text: draft.text.slice(start, end), articles, missing: missing.map(({ text }) => text),
      findings: report.findings.filter((finding) => (finding.code === 'wrong-citation' || finding.code === 'missing-key') && finding.start >= start && finding.end <= end),
    });
  }
  return entries.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Tells an article apart from all others, over changes of the index. */
export function articleKey({ path, ordinal }: Pick<ArticleRecord, 'path' | 'ordinal'>): string {
  return `${ordinal} ${path}`;
}

/** How often a draft quotes and cites each article, by {@link articleKey}. */
export function useOfSources(entries: readonly DraftEntry[]): Map<string, SourceUse> {
  const use = new Map<string, SourceUse>();
  const count = (article: ArticleRecord, quoted: number, cited: number): void => {
    const key = articleKey(article), before = use.get(key) ?? { quoted: 0, cited: 0 };
    use.set(key, { quoted: before.quoted + quoted, cited: before.cited + cited });
  };
  for (const entry of entries) {
    if (entry.kind === 'citation') for (const article of entry.articles) count(article, 0, 1);
    else if (entry.check.matches[0]) count(entry.check.matches[0].article, 1, 0);
  }
  return use;
}
