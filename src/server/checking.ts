import path from 'node:path';
import { CancellationTokenSource, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../corpus/lines';
import type { CorpusStore } from '../corpus/store/store';
import type { DraftText } from '../draft/text';
import type { Finding, Severity } from '../features/verification/finding';
import type { DraftReferences } from '../features/verification/citation';
import { bibliographyKeys, type BibliographyFile } from '../features/verification/references';
import { DraftVerifier, type DraftReport } from '../features/verification/verifyDraft';
import { bibliographyOf } from './bibliography';
import { draftOf, type ServerContext } from './context';
import { toPath, toUri } from './convert';
import type { Settings } from './settings';

/** What a check said of one version of a draft. */
export interface CheckedDraft {
  readonly document: TextDocument;
  readonly version: number;
  readonly draft: DraftText;
  readonly report: DraftReport;
}

/** Milliseconds a report waits for a check; milliseconds without a keystroke before a draft is checked, and without a change of the index before all are. */
const PATIENCE = 20_000, AFTER_TYPING = 250, AFTER_INDEXING = 400;

const severities: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

/** Checks the open drafts as they are typed and as the sources change, and shows what it finds. */
export class DraftChecker {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, CancellationTokenSource>();
  private readonly checked = new Map<string, CheckedDraft>();
  private readonly keys = new Map<string, { readonly text: string; readonly state: number; readonly store: CorpusStore; readonly found: ReturnType<typeof bibliographyKeys> }>();
  private verifier: { readonly store: CorpusStore; readonly verifier: DraftVerifier } | undefined;

  constructor(private readonly context: ServerContext, private readonly didCheck: () => void) {}

  /** What is known of the draft as it stands; undefined while it is being checked. */
  latest(uri: string): CheckedDraft | undefined {
    const checked = this.checked.get(uri);
    return checked && checked.version === this.context.documents.get(uri)?.version ? checked : undefined;
  }

  /** What is known of the draft as it stands, waited for; undefined when it is no draft, or cannot be checked in time. */
  async settled(uri: string): Promise<CheckedDraft | undefined> {
    for (let waited = 0; waited < PATIENCE && draftOf(this.context, uri); waited += 50) {
      const checked = this.latest(uri);
      if (checked) return checked;
      if (!this.timers.has(uri) && !this.running.has(uri)) this.changed(uri, 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return undefined;
  }

  /** What is known of a draft, if need be of the version before: for what is shown while it is being checked. */
  last(uri: string): CheckedDraft | undefined {
    return this.checked.get(uri);
  }

  /** The draft was opened or typed in. */
  changed(uri: string, wait = AFTER_TYPING): void {
    this.running.get(uri)?.cancel();
    clearTimeout(this.timers.get(uri));
    this.timers.set(uri, setTimeout(() => {
      this.timers.delete(uri);
      this.check(uri).catch((error: unknown) => this.context.connection.console.error(`A draft could not be checked: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    }, wait));
  }

  /** Sources or settings have changed: every open draft is checked again. */
  allChanged(): void {
    for (const { uri } of this.context.documents.all()) this.changed(uri, AFTER_INDEXING);
  }

  closed(uri: string): void {
    this.running.get(uri)?.cancel();
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (this.checked.delete(uri)) this.show(uri, []);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const token of this.running.values()) token.cancel();
    this.timers.clear();
    this.verifier?.verifier.dispose();
  }

  private async check(uri: string): Promise<void> {
    const { context } = this;
    const settings = await context.settings(uri);
    const place = draftOf(context, uri);
    // Before the sources have been read, every quote would be in none of them.
    if (!place || !settings.check || !context.session.settled) {
      if (this.checked.delete(uri)) this.show(uri, []);
      return;
    }
    const { document, draft, store } = place, { version } = document;
    const cancel = new CancellationTokenSource();
    this.running.set(uri, cancel);
    try {
      const references = await this.references(document, store, settings);
      const report = await this.verifierFor(store).verify(draft, { minimumWords: settings.checkMinimumWords, ...(references ? { references } : {}) }, cancel.token);
      if (!report || cancel.token.isCancellationRequested || context.documents.get(uri)?.version !== version) return;
      this.checked.set(uri, { document, version, draft, report });
      this.show(uri, report.findings.flatMap((finding) => toDiagnostic(finding, document, settings)), version);
      this.didCheck();
    } finally {
      if (this.running.get(uri) === cancel) this.running.delete(uri);
      cancel.dispose();
    }
  }

  private async references(document: TextDocument, store: CorpusStore, settings: Settings): Promise<DraftReferences | undefined> {
    const bibliography = await bibliographyOf(this.context, document, settings);
    if (!bibliography) return undefined;
    const folder = path.dirname(bibliography.file), draftFolder = path.dirname(toPath(document.uri));
    return {
      keys: bibliography.text === undefined ? undefined : await this.keysOf(store, { name: bibliography.file, text: bibliography.text, folders: [folder, draftFolder] }),
      pathOf: (target) => (/^[a-z][a-z0-9+.-]*:/i.test(target) ? undefined : path.resolve(draftFolder, decodePath(target))),
    };
  }

  /** Keys of a bibliography, looked up again only when its text or the corpus has changed: a draft is checked after every few keystrokes. */
  private keysOf(store: CorpusStore, file: BibliographyFile): ReturnType<typeof bibliographyKeys> {
    const { state } = this.verifierFor(store).finder, about = JSON.stringify([file.name, file.folders]);
    let known = this.keys.get(about);
    if (known?.text !== file.text || known.state !== state || known.store !== store) {
      known = { text: file.text, state, store, found: bibliographyKeys(store, [file], path.resolve) };
      this.keys.set(about, known);
      known.found.catch(() => this.keys.delete(about));
    }
    return known.found;
  }

  private verifierFor(store: CorpusStore): DraftVerifier {
    if (this.verifier?.store !== store) {
      this.verifier?.verifier.dispose();
      this.verifier = { store, verifier: new DraftVerifier(store) };
    }
    return this.verifier.verifier;
  }

  private show(uri: string, diagnostics: Diagnostic[], version?: number): void {
    void this.context.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** The path of a link target; as it stands when it is badly encoded. */
function decodePath(target: string): string {
  const file = target.split('#')[0] ?? '';
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** A finding as editors show it; nothing when the writer has switched it off. */
function toDiagnostic(finding: Finding, document: TextDocument, { checkSeverity }: Settings): Diagnostic[] {
  const severity = checkSeverity[finding.code];
  if (severity === 'off') return [];
  const text = finding.quote?.matches[0]?.source.words.text;
  return [{
    range: { start: document.positionAt(finding.start), end: document.positionAt(finding.end) },
    severity: severities[severity], source: 'attest', code: finding.code, message: finding.message,
    relatedInformation: finding.related.flatMap(({ article, span }) =>
      (text === undefined ? [] : [{ location: { uri: toUri(article.path), range: new LineIndex(text).range(span.start, span.end) }, message: 'the source' }])),
  }];
}
