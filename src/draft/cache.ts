import { proseOf } from './prose';
import type { ScannedParts } from './scan/markdown';
import type { DraftText } from './text';

interface Entry {
  readonly version: number;
  readonly languageId: string;
  readonly draft: DraftText;
  readonly parts: ScannedParts;
}

/** Remembers the scanned drafts of an editor, one version each, and lets a version reuse what the one before had scanned. */
export class DraftCache {
  private readonly entries = new Map<string, Entry>();

  /**
   * The draft at an address in a version.
   * @param text asked for only when the version is not the remembered one
   */
  get(uri: string, version: number, languageId: string, text: () => string): DraftText {
    const before = this.entries.get(uri);
    if (before && before.version === version && before.languageId === languageId) return before.draft;
    const parts: ScannedParts = before?.languageId === languageId ? before.parts : new Map();
    const draft = proseOf(text(), languageId, parts);
    this.entries.set(uri, { version, languageId, draft, parts });
    return draft;
  }

  /** Forgets a draft that was closed. */
  forget(uri: string): void {
    this.entries.delete(uri);
  }
}
