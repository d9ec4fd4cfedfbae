import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { CorpusStore } from '../../corpus/store/store';
import { citeName } from '../../features/citeName';
import type { QuoteCheck } from '../../features/verification/verifyDraft';
import { phrasesAt } from '../../draft/words';
import { draftAt } from '../context';
import { nameCardMarkdown } from '../convert';
import type { DraftChecker } from '../checking';
import { articleHover } from './articleHover';
import { citationHover } from './citationHover';
import { dateHover } from './dateHover';
import { quoteMarkdown } from './quoteHover';
import type { ReferenceParts } from './references';

/** How much of the draft before the cursor decides between people of one surname, in characters. */
const CONTEXT = 4000;

export async function onHover(parts: ReferenceParts, checker: DraftChecker, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { context } = parts, place = draftAt(context, params.textDocument.uri, params.position);
  if (!(await context.settings(params.textDocument.uri)).hover || token.isCancellationRequested) return null;
  if (!place) return articleHover(parts, params, token);
  const { document, draft, offset, store } = place;
  const phrases = phrasesAt(draft, offset);
  const check = checker.latest(params.textDocument.uri)?.report.quotes.find(({ counts, quote }) => counts && quote.outerStart <= offset && offset <= quote.outerEnd);
  const card = phrases.length === 0 ? undefined : await citeName(store, { phrases, context: draft.text.slice(Math.max(0, offset - CONTEXT), offset) }, token);
  if (!card && !check) return (await dateHover(context, place, token)) ?? citationHover(context, place);
  // That no source has the words stands in the finding there, which VS Code shows in the same hover.
  const told = context.ownClient && check?.status === 'not found' && !check.ignored && (await context.settings(params.textDocument.uri)).checking.severity['not-found'] !== 'off';
  if (!card && told) return null;
  const { start, end } = card?.phrase ?? check!.quote;
  const shown = [...(card ? [nameCardMarkdown(card, context.links)] : []), ...(check && !told ? [quoteMarkdown(await withVariants(parts, store, check, token), context.links)] : [])];
  return {
    contents: { kind: MarkupKind.Markdown, value: shown.join('\n\n---\n\n') },
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  };
}

/** A check with the articles that have the words otherwise, too. */
async function withVariants({ verification }: ReferenceParts, store: CorpusStore, check: QuoteCheck, token: CancellationToken): Promise<QuoteCheck> {
  if (check.status === 'not found' || check.second) return check;
  const { status, matches } = await verification.verifierOf(store).finder.verify(check.words, { cited: check.citation.cited.map(({ id }) => id), variants: true }, token);
  return status === check.status ? { ...check, matches } : check;
}
