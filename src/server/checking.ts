import { t } from '@vscode/l10n';
import { CancellationTokenSource, type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { shortened } from '../features/oneLine';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../corpus/lines';
import type { DraftText } from '../draft/text';
import type { Finding, Severity } from '../features/verification/finding';
import type { DraftReport } from '../features/verification/verifyDraft';
import { STANDS_FOR } from '../features/verification/verifyQuote';
import { draftOf, type ServerContext } from './context';
import { toUri } from './convert';
import type { DraftVerification } from './draftVerification';
import { edited } from './edited';
import type { Settings } from './settings';

/** What a check said of one version of a draft. */
export interface CheckedDraft {
  readonly document: TextDocument;
  readonly version: number;
  readonly draft: DraftText;
  readonly report: DraftReport;
}

/**
 * Milliseconds a report waits for a check; milliseconds without a keystroke before a draft is checked, and without a change of the index before all are;
 * milliseconds after which somebody who types without a stop has the draft checked all the same.
 */
const PATIENCE = 20_000, AFTER_TYPING = 250, AFTER_INDEXING = 400, WHILE_TYPING = 1_000;
/** A check is made again for other sources only after so many times as long as it takes. */
const SHARE = 3;
/** Characters of a finding: words of a draft and of articles are part of it. */
const LONGEST_MESSAGE = 1_000;

const severities: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

/** Checks the open drafts as they are typed and as the sources change, and shows what it finds. */
export class DraftChecker {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, CancellationTokenSource>();
  /** When a draft was first typed in since it was checked, in milliseconds of `performance.now`. */
  private readonly typedSince = new Map<string, number>();
  private readonly checked = new Map<string, CheckedDraft>();
  /** Checks that rested on what was found before the sources changed are made again. */
  private readonly later = new Map<string, NodeJS.Timeout>();
  /** Drafts whose sources have changed while they were being checked. */
  private readonly outdated = new Set<string>();
  /** Milliseconds that the last check took. */
  private took = 0;

  constructor(private readonly context: ServerContext, private readonly verification: DraftVerification, private readonly didCheck: (uri: string) => void) {}

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
      if (!this.timers.has(uri) && !this.running.has(uri)) this.schedule(uri, 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return undefined;
  }

  /** What is known of a draft, if need be of the version before: for what is shown while it is being checked. */
  last(uri: string): CheckedDraft | undefined {
    return this.checked.get(uri);
  }

  /** The draft was opened or typed in: it is checked when the writer pauses, or at the latest after {@link WHILE_TYPING}; a check that is that late is not put off again. */
  changed(uri: string): void {
    const now = performance.now(), since = this.typedSince.get(uri) ?? now, left = since + WHILE_TYPING - now;
    this.typedSince.set(uri, since);
    if (left <= 0 && (this.running.has(uri) || this.timers.has(uri))) return;
    this.running.get(uri)?.cancel();
    this.schedule(uri, Math.max(0, Math.min(AFTER_TYPING, left)));
  }

  private schedule(uri: string, wait: number): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(uri, setTimeout(() => {
      this.timers.delete(uri);
      this.check(uri).catch((error: unknown) => this.context.connection.console.error(`A draft could not be checked: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    }, wait));
  }

  /**
   * Sources or settings have changed: every open draft is checked again. While articles keep coming, that is done now and then: a check that is
   * under way or about to begin is not put off, and the next one leaves most of the time to others.
   */
  allChanged(): void {
    for (const { uri } of this.context.documents.all()) {
      if (this.running.has(uri)) this.outdated.add(uri);
      else if (!this.timers.has(uri)) this.schedule(uri, Math.max(AFTER_INDEXING, SHARE * this.took));
    }
  }

  closed(uri: string): void {
    this.running.get(uri)?.cancel();
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.typedSince.delete(uri);
    clearTimeout(this.later.get(uri));
    this.later.delete(uri);
    if (this.checked.delete(uri)) this.send(uri, []);
  }

  dispose(): void {
    for (const timer of [...this.timers.values(), ...this.later.values()]) clearTimeout(timer);
    for (const token of this.running.values()) token.cancel();
    this.timers.clear();
  }

  private async check(uri: string): Promise<void> {
    const { context } = this;
    const settings = await context.settings(uri);
    const place = draftOf(context, uri);
    // Before the sources have been read, every quote would be in none of them.
    if (!place || !settings.check || !context.session.settled) {
      this.typedSince.delete(uri);
      if (this.checked.delete(uri)) this.send(uri, []);
      return;
    }
    const { document, draft, store } = place, { version } = document;
    const cancel = new CancellationTokenSource();
    this.running.set(uri, cancel);
    this.outdated.delete(uri);
    const began = performance.now();
    try {
      const report = await this.verification.verify(document, draft, store, settings, cancel.token);
      const now = context.documents.get(uri);
      if (!report || cancel.token.isCancellationRequested || !now) return;
      this.typedSince.delete(uri);
      this.checked.set(uri, { document, version, draft, report });
      this.show(uri, document, report.findings, now, settings);
      this.took = performance.now() - began;
      clearTimeout(this.later.get(uri));
      if (this.verification.verifierOf(store).finder.leaned()) this.later.set(uri, setTimeout(() => this.allChanged(), STANDS_FOR));
      this.didCheck(uri);
    } finally {
      if (this.running.get(uri) === cancel) this.running.delete(uri);
      cancel.dispose();
      const stands = context.documents.get(uri);
      if (stands && stands.version !== version && !this.timers.has(uri)) this.changed(uri);
      if (this.outdated.delete(uri)) this.allChanged();
    }
  }

  /** Shows findings of a draft, at the places where they stand in the draft as it is; those that have been typed in since are left out. */
  private show(uri: string, checked: TextDocument, findings: readonly Finding[], now: TextDocument, settings: Settings): void {
    const place = edited(checked.getText(), now.getText());
    this.send(uri, findings.flatMap((finding) => {
      const range = place(finding);
      return range ? toDiagnostic(finding, { start: now.positionAt(range.start), end: now.positionAt(range.end) }, settings) : [];
    }), now.version);
  }

  private send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    void this.context.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** What a finding says, as editors show it. */
export const shownMessage = (finding: Finding): string => shortened(finding.said(t), LONGEST_MESSAGE);

/** A finding as editors show it; nothing when the writer has switched it off. */
function toDiagnostic(finding: Finding, range: Range, { checking }: Settings): Diagnostic[] {
  const severity = checking.severity[finding.code];
  if (severity === 'off') return [];
  const text = finding.quote?.matches[0]?.source.words.text;
  return [{
    range, severity: severities[severity], source: 'attest', code: finding.code, message: shownMessage(finding),
    relatedInformation: finding.related.flatMap(({ article, span, range: other }) =>
      (other ?? text === undefined) ? [] : [{ location: { uri: toUri(article.path), range: new LineIndex(text).range(span.start, span.end) }, message: t('the source') }]),
  }];
}
