import { t } from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { problemsOfFile } from '../corpus/corrections/fileProblems';
import type { CorrectionFile } from '../corpus/corrections/files';
import type { CorrectionProblem } from '../corpus/corrections/model';
import { parseCorrections } from '../corpus/corrections/parse';
import { LineIndex } from '../corpus/lines';
import { inLanguage } from '../features/phrases';
import type { ServerContext } from './context';
import { shownPath, toUri } from './convert';
import type { CorpusProblem } from './protocol';
import type { CorpusSession } from './session';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information } as const;

/** Shows what is wrong with the files of corrections at its place, whether they are open or not. Sends only what differs. */
export class CorrectionProblems {
  readonly #sent = new Map<string, string>();

  constructor(private readonly context: ServerContext) {}

  async publish(): Promise<void> {
    const { connection, documents, session } = this.context, seen = new Set<string>();
    for (const file of session.corrections.files) {
      const uri = toUri(file.path), open = documents.get(uri), text = open?.getText() ?? file.text ?? '';
      // While there are unsaved changes, only their writing can be judged.
      const problems = text === (file.text ?? '') ? await problemsNow(session, file) : parseCorrections(text).problems;
      const diagnostics = toDiagnostics(text, problems), key = JSON.stringify(diagnostics);
      seen.add(uri);
      if ((this.#sent.get(uri) ?? '[]') === key) continue;
      this.#sent.set(uri, key);
      await connection.sendDiagnostics({ uri, diagnostics, ...(open ? { version: open.version } : {}) });
    }
    for (const uri of [...this.#sent.keys()].filter((each) => !seen.has(each))) {
      this.#sent.delete(uri);
      await connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }
}

/** Problems of the files of corrections as they are saved, for the list of all problems. */
export async function listCorrectionProblems(session: CorpusSession, roots: readonly string[]): Promise<CorpusProblem[]> {
  const found: CorpusProblem[] = [];
  for (const file of session.corrections.files) {
    const lines = new LineIndex(file.text ?? '');
    for (const { message, span } of await problemsNow(session, file)) {
      found.push({ uri: toUri(file.path), path: shownPath(file.path, roots), message: inLanguage(message, t), indexed: true, isCorrection: true, range: lines.range(span.start, span.end) });
    }
  }
  return found;
}

/** Before the corpus has been compared with its folders, nothing can be said to be missing. */
async function problemsNow({ store, settled }: CorpusSession, file: CorrectionFile): Promise<readonly CorrectionProblem[]> {
  return store && settled ? problemsOfFile(store, file) : file.problems;
}

function toDiagnostics(text: string, problems: readonly CorrectionProblem[]): Diagnostic[] {
  const lines = new LineIndex(text);
  return problems.map(({ message, severity, span }) => ({ range: lines.range(span.start, span.end), severity: severities[severity], source: 'Attest', message: inLanguage(message, t) }));
}
