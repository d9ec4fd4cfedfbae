import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver';
import { usesPassage } from '../../features/draftUses';
import type { ServerContext } from '../context';
import { type OpenArticle, rangeOf } from '../openArticle';
import { Command } from '../protocol';
import type { PlacedUse, WorkspaceDrafts } from '../workspaceDrafts';
import type { QuotationRecord } from '../../corpus/store/store';

/** The places of drafts that use a quotation. */
export function usesOfQuotation(uses: readonly PlacedUse[], { passage }: QuotationRecord): PlacedUse[] {
  return uses.filter((use) => use.path === passage.article.path && use.ordinal === passage.article.ordinal && usesPassage(use, passage));
}

/** `used in 2 drafts`. */
export function draftsInWords(uses: readonly PlacedUse[]): string {
  const drafts = new Set(uses.map(({ uri }) => uri)).size;
  return drafts === 1 ? t('used in 1 draft') : t('used in {0} drafts', drafts);
}

/** A line above each quotation of an article that drafts use. */
export async function articleLenses({ ownClient }: ServerContext, drafts: WorkspaceDrafts, { document, quotations }: OpenArticle): Promise<CodeLens[]> {
  const all = await drafts.uses();
  return quotations.flatMap((quotation): CodeLens[] => {
    const uses = usesOfQuotation(all, quotation), range = rangeOf(quotation.passage.range);
    if (uses.length === 0) return [];
    const places = uses.map(({ uri, range: place }) => ({ uri, range: place }));
    return [{ range, command: { title: draftsInWords(uses), command: ownClient ? Command.showUses : '', arguments: [document.uri, range.start, places] } }];
  });
}
