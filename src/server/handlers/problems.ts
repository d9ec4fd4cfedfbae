import { t } from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem } from '../../article/article';
import { inLanguage } from '../../features/phrases';
import type { ServerContext } from '../context';
import { shownPath, toUri } from '../convert';
import { listCorrectionProblems } from '../correctionProblems';
import type { CorpusProblem, ProtocolRange } from '../protocol';
import type { CorpusSession } from '../session';

const atStart: ProtocolRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Problems of the corpus, those that keep a file out of the index first, then by path; then those of the files of corrections. */
export async function corpusProblems(session: CorpusSession, roots: readonly string[]): Promise<CorpusProblem[]> {
  const problems = (await session.store?.problems()) ?? [];
  const listed = [...problems]
    .sort((a, b) => Number(a.indexed) - Number(b.indexed) || (a.path < b.path ? -1 : 1))
    .map((problem) => ({ uri: toUri(problem.path), path: shownPath(problem.path, roots), message: inLanguage(problem.message, t), indexed: problem.indexed }));
  return [...listed, ...await listCorrectionProblems(session, roots)];
}

const published = new WeakMap<CorpusSession, Map<string, string>>();

/** Shows problems where an editor shows findings (a panel, a squiggle), and takes away those that are mended. Sends only what differs. */
export async function publishProblems({ connection, session }: ServerContext): Promise<void> {
  const before = published.get(session) ?? new Map<string, string>();
  const now = new Map<string, Problem[]>();
  for (const problem of (await session.store?.problems()) ?? []) now.set(problem.path, [...(now.get(problem.path) ?? []), problem]);
  const sent = new Map<string, string>();
  for (const [path, problems] of now) {
    const diagnostics = problems.map(toDiagnostic);
    const key = JSON.stringify(diagnostics);
    sent.set(path, key);
    if (before.get(path) !== key) await connection.sendDiagnostics({ uri: toUri(path), diagnostics });
  }
  for (const path of before.keys()) if (!now.has(path)) await connection.sendDiagnostics({ uri: toUri(path), diagnostics: [] });
  published.set(session, sent);
}

function toDiagnostic(problem: Problem): Diagnostic {
  return {
    range: atStart,
    message: inLanguage(problem.message, t),
    source: 'attest',
    code: problem.code,
    severity: problem.indexed ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
  };
}
