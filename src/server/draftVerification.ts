import path from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore } from '../corpus/store/store';
import type { DraftText } from '../draft/text';
import { draftUses, type DraftUse } from '../features/draftUses';
import type { DraftReferences } from '../features/verification/citation';
import { isFileIgnored } from '../features/verification/options';
import { bibliographyKeys, type BibliographyFile } from '../features/verification/references';
import { DraftVerifier, type DraftReport } from '../features/verification/verifyDraft';
import { bibliographyOf } from './bibliography';
import type { ServerContext } from './context';
import { shownPath, toPath } from './convert';
import type { Settings } from './settings';

interface KnownKeys {
  readonly text: string;
  readonly state: number;
  readonly store: CorpusStore;
  readonly found: ReturnType<typeof bibliographyKeys>;
}

/** Verifies drafts, open or not, with what their files and settings say. What was found is kept until the corpus changes. */
export class DraftVerification {
  private readonly keys = new Map<string, KnownKeys>();
  private current: { readonly store: CorpusStore; readonly verifier: DraftVerifier } | undefined;

  constructor(private readonly context: ServerContext) {}

  dispose(): void {
    this.current?.verifier.dispose();
  }

  /** Undefined when the token was cancelled. */
  async verify(document: TextDocument, draft: DraftText, store: CorpusStore, settings: Settings, token: Cancellation): Promise<DraftReport | undefined> {
    const references = await this.references(document, store, settings), { minimumWords, ignore } = settings.checking;
    const ignored = document.uri.startsWith('file:') && isFileIgnored(shownPath(toPath(document.uri), this.context.roots).replaceAll('\\', '/'), ignore);
    return this.verifierOf(store).verify(draft, { minimumWords, ignore, ignored, ...(references ? { references } : {}) }, token);
  }

  /** What a draft quotes and cites; undefined when the token was cancelled. */
  async uses(document: TextDocument, draft: DraftText, store: CorpusStore, settings: Settings, token: Cancellation = neverCancelled): Promise<DraftUse[] | undefined> {
    return draftUses(store, this.verifierOf(store), draft, await this.references(document, store, settings), token);
  }

  /** The verifier of a store, which knows what its answers were. */
  verifierOf(store: CorpusStore): DraftVerifier {
    if (this.current?.store !== store) {
      this.current?.verifier.dispose();
      this.current = { store, verifier: new DraftVerifier(store) };
    }
    return this.current.verifier;
  }

  /** What the keys and links of a draft lead to; undefined for a draft that was never saved. */
  async references(document: TextDocument, store: CorpusStore, settings: Settings): Promise<DraftReferences | undefined> {
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
    const { state } = this.verifierOf(store).finder, about = JSON.stringify([file.name, file.folders]);
    let known = this.keys.get(about);
    if (known?.text !== file.text || known.state !== state || known.store !== store) {
      known = { text: file.text, state, store, found: bibliographyKeys(store, [file], path.resolve) };
      this.keys.set(about, known);
      known.found.catch(() => this.keys.delete(about));
    }
    return known.found;
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
