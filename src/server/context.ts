import type { Connection, Position, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusStore } from '../corpus/store/store';
import type { DraftCache } from '../draft/cache';
import type { DraftText } from '../draft/text';
import { type LinkStyle, toPath } from './convert';
import type { CorpusSession } from './session';
import { readSettings, type Settings } from './settings';

/** What the handlers of one connection share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly drafts: DraftCache;
  readonly session: CorpusSession;
  /** Absolute paths of the folders of the workspace. */
  readonly roots: readonly string[];
  readonly links: LinkStyle;
  /** True when the client answers `writeBibliography`. */
  readonly ownClient: boolean;
  /** Settings that hold for a document, or for the workspace without one. */
  settings(uri?: string): Promise<Settings>;
}

/** An open draft at a position. */
export interface DraftPlace {
  /** The document as it stood when it was asked for: what is typed meanwhile does not move its places. */
  readonly document: TextDocument;
  readonly draft: DraftText;
  readonly offset: number;
  readonly store: CorpusStore;
}

/** An open draft; undefined for documents that are articles or not open, and while there is no index. */
export function draftOf(context: ServerContext, uri: string): Omit<DraftPlace, 'offset'> | undefined {
  const document = context.documents.get(uri);
  const store = context.session.store;
  if (!document || !store || (uri.startsWith('file:') && !context.session.isDraft(toPath(uri)))) return undefined;
  const draft = context.drafts.get(uri, document.version, document.languageId, () => document.getText());
  return { document: standing(document, draft), draft, store };
}

const asTheyStood = new WeakMap<DraftText, TextDocument>();

/** The editor's document changes while it is worked on; this one is that of a draft's text for good. */
function standing({ uri, languageId, version }: TextDocument, draft: DraftText): TextDocument {
  let document = asTheyStood.get(draft);
  if (document?.version !== version) asTheyStood.set(draft, (document = TextDocument.create(uri, languageId, version, draft.text)));
  return document;
}

/** The draft at a position; undefined where {@link draftOf} is. */
export function draftAt(context: ServerContext, uri: string, position: Position): DraftPlace | undefined {
  const open = draftOf(context, uri);
  return open && { ...open, offset: open.document.offsetAt(position) };
}

/** Settings by document, asked of the client once and forgotten when they change. */
export class SettingsCache {
  private readonly known = new Map<string, Promise<Settings>>();

  constructor(private readonly ask: (uri: string | undefined) => Promise<unknown>) {}

  get(uri?: string): Promise<Settings> {
    const key = uri ?? '';
    let settings = this.known.get(key);
    if (!settings) {
      settings = this.ask(uri).then(readSettings, () => readSettings(undefined));
      this.known.set(key, settings);
    }
    return settings;
  }

  forget(uri?: string): void {
    if (uri === undefined) this.known.clear();
    else this.known.delete(uri);
  }
}
