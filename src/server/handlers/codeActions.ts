import { t } from '@vscode/l10n';
import {
  type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixesOf, type Fix, missingCitation, sourceWords } from '../../features/verification/fixes';
import { Citer } from '../bibliography';
import { type CheckedDraft, type DraftChecker, shownMessage } from '../checking';
import { ServerCommand } from '../commands';
import type { ServerContext } from '../context';

/** `source.fixAll` for what is typography alone. */
export const fixTypographic = `${CodeActionKind.SourceFixAll}.attest.typographic`;
export const codeActionKinds = [CodeActionKind.QuickFix, fixTypographic];

/** Ways to mend what was found at a place, the citation that a quote lacks there, and all typography of the draft at once. */
export async function onCodeAction(context: ServerContext, checker: DraftChecker, { textDocument: { uri }, range, context: { only, diagnostics } }: CodeActionParams): Promise<CodeAction[]> {
  const checked = checker.latest(uri);
  if (!checked) return [];
  const { document, draft, report } = checked;
  const wanted = (kind: string): boolean => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const from = document.offsetAt(range.start), to = document.offsetAt(range.end);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of report.findings.filter(({ start, end }) => start <= to && from <= end)) {
      const fixed = diagnostics.filter(({ code, message }) => code === finding.code && message === shownMessage(finding));
      for (const [i, fix] of fixesOf(draft, finding, t).entries()) actions.push(...(await actionOf(context, checked, fix, fixed, i === 0)));
    }
    for (const check of report.quotes.filter(({ quote }) => quote.outerStart <= to && from <= quote.outerEnd)) {
      const fix = missingCitation(check, t);
      if (fix) actions.push(...(await actionOf(context, checked, fix, [], false)));
    }
  }
  if (wanted(fixTypographic)) {
    const edits = report.quotes.filter(({ status, ignored }) => status === 'typographic' && !ignored).flatMap((check) => sourceWords(draft, check));
    if (edits.length > 0) actions.push({ title: t('Use the marks and blanks of the sources in all quotes'), kind: fixTypographic, edit: editOf(checked, edits) });
  }
  return actions;
}

function editOf({ document }: CheckedDraft, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[], further: readonly TextEdit[] = []): WorkspaceEdit {
  const changes = edits.map(({ start, end, text }): TextEdit => ({ range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text }));
  return { changes: { [document.uri]: [...changes, ...further] } };
}

async function actionOf(context: ServerContext, checked: CheckedDraft, fix: Fix, diagnostics: Diagnostic[], isPreferred: boolean): Promise<CodeAction[]> {
  const base = { title: fix.title, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}), ...(isPreferred && fix.kind !== 'dropMarks' && fix.kind !== 'ignore' ? { isPreferred } : {}) };
  if (!fix.citation) return [{ ...base, edit: editOf(checked, fix.edits) }];
  const { document } = checked, article = await context.session.store?.article(fix.citation.article);
  if (!article) return [];
  const citer = await Citer.of(context, document, await context.settings(document.uri));
  const citation = citer.cite(article);
  if (!citation.mark) return [];
  const { at, replaces } = fix.citation, { text, spaced } = citation.mark;
  const edit = replaces ? { ...replaces, text } : { start: at, end: at, text: (spaced ? ' ' : '') + text };
  return [{
    ...base,
    edit: editOf(checked, [edit], citation.draftEdits.map(({ range, text: newText }) => ({ range, newText }))),
    ...(citation.bibliography ? { command: { title: t('Add Citation'), command: ServerCommand.addCitation, arguments: [document.uri, article.id] } } : {}),
  }];
}
