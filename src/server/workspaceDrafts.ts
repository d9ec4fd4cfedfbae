import { CancellationTokenSource, type Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeText } from '../article/decode';
import { proseOf } from '../draft/prose';
import type { DraftText } from '../draft/text';
import { type DraftFile, findDrafts } from '../features/findDrafts';
import type { DraftUse } from '../features/draftUses';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { draftOf, type ServerContext } from './context';
import { toUri } from './convert';
import type { DraftVerification } from './draftVerification';

/** A place of a draft that rests on an article, as editors show it. */
export interface PlacedUse extends DraftUse {
  readonly uri: string;
  readonly range: Range;
}

interface Known {
  readonly file: DraftFile;
  /** The state of the corpus that its uses were found in. */
  readonly state: number;
  readonly uses: readonly PlacedUse[];
}

/** Milliseconds after the last change of files or corpus before the drafts are read, so that reading never meets typing or indexing. */
const AFTER_CHANGES = 1_200;

/**
 * What the drafts of the workspace use, also those that are not open. Read in the background, each file once until it or the corpus changes;
 * an open draft counts as it stands.
 */
export class WorkspaceDrafts {
  private readonly known = new Map<string, Known>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private cancel: CancellationTokenSource | undefined;

  /** What open drafts use, by address. */
  private readonly open = new Map<string, { readonly version: number; readonly state: number; readonly uses: readonly PlacedUse[] }>();

  /**
   * @param typed what verifies open drafts already, so that they are not looked up twice
   * @param verification verifies the others, so that they do not drive out what is known of the open ones
   */
  constructor(private readonly context: ServerContext, private readonly typed: DraftVerification, private readonly verification: DraftVerification, private readonly didChange: () => void) {}

  /** Files, settings or sources have changed. */
  changed(wait = AFTER_CHANGES): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.read();
    }, wait);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.cancel?.cancel();
  }

  /** What all drafts use, as far as they have been read. */
  async uses(): Promise<PlacedUse[]> {
    const open = await this.openUses(), files = [...this.known.values()].filter(({ file }) => !this.context.documents.get(toUri(file.path)));
    return [...open, ...files.flatMap(({ uses }) => uses)];
  }

  /** The same when every draft has been read. */
  async allUses(): Promise<PlacedUse[]> {
    if (this.timer !== undefined || this.known.size === 0) {
      clearTimeout(this.timer);
      this.timer = undefined;
      void this.read();
    }
    await this.running;
    return this.uses();
  }

  /** Every draft that has one of the words, as it stands in the editor or the file. */
  async *draftsWith(words: readonly string[]): AsyncGenerator<{ readonly uri: string; readonly document: TextDocument; readonly draft: DraftText }> {
    const seen = new Set<string>();
    for (const document of this.context.documents.all()) {
      seen.add(document.uri);
      const open = draftOf(this.context, document.uri);
      if (open) yield { uri: document.uri, ...open };
    }
    for (const { path, languageId } of await this.files()) {
      const uri = toUri(path);
      if (seen.has(uri)) continue;
      const text = await textOf(path);
      if (text !== undefined && words.some((word) => text.includes(word))) yield { uri, document: TextDocument.create(uri, languageId, 0, text), draft: proseOf(text, languageId) };
    }
  }

  private async openUses(): Promise<readonly PlacedUse[]> {
    const uses: PlacedUse[] = [];
    for (const document of this.context.documents.all()) {
      const place = draftOf(this.context, document.uri), { uri, version } = document;
      if (!place) continue;
      const { state } = this.typed.verifierOf(place.store).finder, known = this.open.get(uri);
      const found = known?.version === version && known.state === state ? known.uses : placed(document, await this.typed.uses(document, place.draft, place.store, await this.context.settings(uri)));
      this.open.set(uri, { version, state, uses: found });
      uses.push(...found);
    }
    return uses;
  }

  private async files(): Promise<DraftFile[]> {
    const { roots, session } = this.context, { draftLanguages } = await this.context.settings();
    return findDrafts({ folders: roots, fileSystem: nodeFileSystem, isArticle: (path) => session.isArticle(path), languages: draftLanguages }, this.cancel?.token);
  }

  private read(): Promise<void> {
    this.cancel?.cancel();
    const cancel = (this.cancel = new CancellationTokenSource());
    return (this.running = this.running.then(() => this.readAll(cancel)).catch((error: unknown) => this.context.connection.console.error(`The drafts could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)));
  }

  private async readAll({ token }: CancellationTokenSource): Promise<void> {
    const { store, settled } = this.context.session;
    if (!store || !settled || token.isCancellationRequested) return;
    const files = await this.files(), paths = new Set(files.map(({ path }) => path));
    for (const path of this.known.keys()) if (!paths.has(path)) this.known.delete(path);
    const { state } = this.verification.verifierOf(store).finder;
    for (const file of files) {
      if (token.isCancellationRequested) return;
      const before = this.known.get(file.path);
      if (before?.state === state && before.file.mtimeMs === file.mtimeMs && before.file.size === file.size) continue;
      const text = await textOf(file.path), uri = toUri(file.path);
      if (text === undefined || this.context.documents.get(uri)) continue;
      const document = TextDocument.create(uri, file.languageId, 0, text);
      const uses = await this.verification.uses(document, proseOf(text, file.languageId), store, await this.context.settings(uri), token);
      if (uses) this.known.set(file.path, { file, state, uses: placed(document, uses) });
    }
    this.didChange();
  }
}

function textOf(path: string): Promise<string | undefined> {
  return nodeFileSystem.readFile(path).then((bytes) => decodeText(bytes)?.text, () => undefined);
}

function placed(document: TextDocument, uses: readonly DraftUse[] = []): PlacedUse[] {
  return uses.map((use) => ({ ...use, uri: document.uri, range: { start: document.positionAt(use.start), end: document.positionAt(use.end) } }));
}
