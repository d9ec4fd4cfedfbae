import type { ArticleId } from '../../corpus/store/store';
import type { DraftText } from '../../draft/text';
import { escapeFor, notationOf } from '../citations/escape';
import { english, type Say } from '../say';
import type { Finding } from './finding';
import { ignoreComments } from './ignore';
import { quoteTextOf } from './quoteText';
import type { QuoteCheck } from './verifyDraft';

/** A change of the draft's text; disjoint from the others of its fix. */
export interface FixEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to mend a finding. `insertCitation` names the article only: how it is written is the caller's to know. */
export interface Fix {
  readonly kind: 'useSourceWords' | 'correctSpeaker' | 'correctName' | 'dropMarks' | 'ignore' | 'insertCitation';
  readonly title: string;
  readonly edits: readonly FixEdit[];
  readonly citation?: { readonly article: ArticleId; readonly at: number; readonly replaces: { readonly start: number; readonly end: number } | null };
}

/** Ways to mend a finding, the likeliest first; empty when there is none. */
export function fixesOf(draft: DraftText, finding: Finding, say: Say = english): Fix[] {
  const { quote: check, name } = finding, fixes: Fix[] = [];
  if (name) fixes.push({ kind: 'correctName', title: say('Write “{0}”', name.right), edits: [{ start: name.start, end: name.end, text: escaped(draft, name.right) }] });
  if (check) {
    if (finding.code === 'misquoted' || finding.code === 'typographic') {
      const edits = sourceWords(draft, check);
      if (edits.length > 0) fixes.push({ kind: 'useSourceWords', title: say('Use the source’s words'), edits });
    }
    const { speaker, citation, quote } = check, best = check.matches[0];
    if (finding.code === 'wrong-speaker' && speaker.named && speaker.said) {
      fixes.push({ kind: 'correctSpeaker', title: say('Name {0} as the speaker', speaker.said.canonical), edits: [{ start: speaker.named.start, end: speaker.named.end, text: escaped(draft, speaker.said.canonical) }] });
    }
    if (finding.code === 'wrong-citation' && best) {
      const { start, end } = citation.citations[0]!;
      fixes.push({ kind: 'insertCitation', title: say('Cite the article that has these words'), edits: [], citation: { article: best.article.id, at: quote.outerEnd, replaces: { start, end } } });
    }
    if ((finding.code === 'misquoted' || finding.code === 'not-found') && quote.style !== 'block') fixes.push({ kind: 'dropMarks', title: say('Make it a paraphrase (drop the marks)'), edits: withoutMarks(check) });
  }
  return [...fixes, ...ignoring(draft, finding, say)];
}

/** The citation that a found quote lacks; undefined when it has one or was found nowhere. */
export function missingCitation({ citation, matches, quote }: QuoteCheck, say: Say = english): Fix | undefined {
  const best = matches[0];
  if (!best || citation.status !== 'none') return undefined;
  return { kind: 'insertCitation', title: say('Cite the source'), edits: [], citation: { article: best.article.id, at: quote.outerEnd, replaces: null } };
}

function escaped(draft: DraftText, text: string): string {
  return escapeFor(notationOf(draft.languageId), text);
}

/**
 * Edits that put the source's words where they differ, brackets and ellipses of the writer left as they are. Empty for a quote put
 * together from several places: nobody can tell which words were meant.
 */
export function sourceWords(draft: DraftText, { quote, matches, second, status }: QuoteCheck): FixEdit[] {
  const comparison = matches[0]?.comparison;
  if (!comparison || second || comparison.assembled) return [];
  const { toDraft } = quoteTextOf(draft, quote), { text } = comparison.reading.source;
  if (status === 'typographic') {
    const { start, end } = comparison.source, body = bodyOf(comparison);
    return [{ start: toDraft(body.start), end: toDraft(body.end - 1) + 1, text: escaped(draft, text.slice(start, end)) }];
  }
  return comparison.differences.map(({ quote: said, source: stands, at }): FixEdit => {
    const right = stands ? escaped(draft, text.slice(stands.start, stands.end)) : '';
    if (said && stands) return { start: toDraft(said.start), end: toDraft(said.end - 1) + 1, text: right };
    if (said) return withoutWord(draft.text, toDraft(said.start), toDraft(said.end - 1) + 1);
    const place = at === 0 ? toDraft(0) : toDraft(at - 1) + 1;
    return { start: place, end: place, text: at === 0 ? `${right} ` : ` ${right}` };
  });
}

/** Takes a word out, with the markup that held nothing else and one of the blanks around it. */
function withoutWord(text: string, start: number, end: number): FixEdit {
  for (;;) {
    const opening = /(?:([*_~`]{1,4})|\\[a-zA-Z]+\{|#[a-z]+\[)$/.exec(text.slice(Math.max(0, start - 40), start));
    if (!opening) break;
    const closing = opening[1] ?? (opening[0].endsWith('{') ? '}' : ']');
    if (!text.startsWith(closing, end)) break;
    start -= opening[0].length;
    end += closing.length;
  }
  if (/[ \t]/.test(text.charAt(start - 1))) start--;
  else if (/[ \t]/.test(text.charAt(end))) end++;
  return { start, end, text: '' };
}

/** First and last word of the quote. */
function bodyOf({ reading: { items } }: QuoteCheck['matches'][number]['comparison']): { readonly start: number; readonly end: number } {
  return { start: items[0]!.start, end: items.at(-1)!.end };
}

function withoutMarks({ quote }: QuoteCheck): FixEdit[] {
  const { outerStart, outerEnd, opening, closing } = quote;
  return [{ start: outerStart, end: outerStart + opening.length, text: '' }, { start: outerEnd - closing.length, end: outerEnd, text: '' }].filter(({ start, end }) => end > start);
}

/** Comments that silence a finding: behind its quote, and before its paragraph, as the notation allows. */
function ignoring(draft: DraftText, { start, quote: check }: Finding, say: Say): Fix[] {
  const { line: ownLine, inline } = ignoreComments(draft.languageId), block = draft.blockAt(start), fixes: Fix[] = [];
  if (inline !== undefined && check && check.quote.style !== 'block') {
    const at = afterCitations(draft, check);
    fixes.push({ kind: 'ignore', title: say('Ignore this quote'), edits: [{ start: at, end: at, text: ` ${inline}` }] });
  }
  if (ownLine !== undefined && block) {
    const line = draft.text.lastIndexOf('\n', block.start - 1) + 1;
    // Within a block quotation the comment has to stand in it too.
    const prefix = /^[> \t]*/.exec(draft.text.slice(line, block.start))?.[0] ?? '';
    const blank = draft.languageId === 'restructuredtext' ? '\n' : '';
    fixes.push({ kind: 'ignore', title: say('Ignore in this paragraph'), edits: [{ start: line, end: line, text: `${prefix}${ownLine}\n${blank}` }] });
  }
  return fixes;
}

/** Behind a quote and the citations that cling to it. */
function afterCitations(draft: DraftText, { quote, citation }: QuoteCheck): number {
  let at = quote.outerEnd;
  for (const { start, end } of citation.citations) if (start >= at && draft.text.slice(at, start).trim() === '') at = end;
  return at;
}
