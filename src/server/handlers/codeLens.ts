import { t } from '@vscode/l10n';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { countsInWords } from '../../features/verification/verifyDraft';
import type { DraftChecker } from '../checking';
import { openArticle } from '../openArticle';
import { articleLenses } from './articleLens';
import type { ReferenceParts } from './references';

/** Above a draft a line that sums its quotes up (none while it has none or is being checked for the first time); in an article a line above what drafts use. */
export async function onCodeLens({ context, drafts }: ReferenceParts, checker: DraftChecker, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const settings = await context.settings(uri);
  const article = settings.articleUses ? await openArticle(context, uri) : undefined;
  if (article) return articleLenses(context, drafts, article);
  const report = settings.checkSummary ? checker.last(uri)?.report : undefined;
  if (!report || report.counts.quotes === 0) return [];
  const start = { line: 0, character: 0 };
  return [{ range: { start, end: start }, command: { title: countsInWords(report.counts, t), command: context.ownClient ? 'attest.showFindings' : '' } }];
}
