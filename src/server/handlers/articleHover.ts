import path from 'node:path';
import { t } from '@vscode/l10n';
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { proseOf } from '../../draft/prose';
import { phrasesAt } from '../../draft/words';
import { citeName } from '../../features/citeName';
import { nameCardMarkdown, passageTarget, toPath } from '../convert';
import { link, plain } from '../markdown';
import { openArticle, quotationUnder, rangeOf } from '../openArticle';
import { draftsInWords, usesOfQuotation } from './articleLens';
import type { ReferenceParts } from './references';
import { carriedBy } from './quoteHover';

const CONTEXT = 4000, USES = 5;

/** In an article, as in a draft: who a name is; of a quotation, who says it, who else carries it, and which drafts use it. */
export async function articleHover({ context, verification, drafts }: ReferenceParts, { textDocument: { uri }, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const article = await openArticle(context, uri);
  if (!article) return null;
  const { document, store } = article, text = document.getText(), offset = document.offsetAt(position), draft = proseOf(text, document.languageId);
  const card = await citeName(store, { phrases: phrasesAt(draft, offset), context: text.slice(Math.max(0, offset - CONTEXT), offset) }, token);
  const quotation = quotationUnder(article, position), parts = card ? [nameCardMarkdown(card, context.links)] : [];
  if (quotation) {
    const { speaker, passage } = quotation, lines = [`**${t('Quotation')}**: ${speaker ? plain(speaker.canonical) : t('speaker unknown')}`];
    const { matches } = await verification.verifierOf(store).finder.verify(passage.text, { cited: [passage.article.id], variants: true }, token);
    if (matches.length > 1) lines.push(carriedBy(passage.text, matches, context.links));
    const uses = usesOfQuotation(await drafts.uses(), quotation);
    if (uses.length > 0) {
      const places = uses.slice(0, USES).map(({ uri: place, range }) => link(t('{0}, line {1}', path.basename(toPath(place)), range.start.line + 1), passageTarget({ uri: place, range }, context.links), t('Open the draft at this place')));
      lines.push(`${draftsInWords(uses).replace(/^u/, 'U')}: ${uses.length > USES ? t('{0} and {1} more', places.join(', '), uses.length - USES) : places.join(', ')}`);
    }
    parts.push(lines.join('\n\n'));
  }
  if (parts.length === 0 || token.isCancellationRequested) return null;
  const range = card ? { start: document.positionAt(card.phrase.start), end: document.positionAt(card.phrase.end) } : rangeOf(quotation!.passage.range);
  return { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') }, range };
}
