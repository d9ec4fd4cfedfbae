import type { NameKind } from '../../language/types';

/** Name of the file at the root of a corpus folder in which the writer's decisions stand. */
export const correctionsFile = 'attest.yml';

/** A stretch of that file: UTF-16 code units, half open. */
export interface FileSpan {
  readonly start: number;
  readonly end: number;
}

/** What an article states of itself, as the writer knows better. An absent field is left as the article has it. */
export interface ArticleFields {
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  /** ISO 8601 with the precision that is known; null says that it is unknown, whatever the article states. */
  readonly date?: string | null;
  readonly url?: string;
}

/** The metadata of one article. */
export interface ArticleCorrection {
  /** As written: relative to the folder of the file, with `/`. */
  readonly path: string;
  readonly fields: ArticleFields;
  /** Beginning of the hash of the article's bytes, by which it is found again under another name. */
  readonly content?: string;
  readonly span: FileSpan;
}

/** A name as the file has it. Without a kind, every name spelled so is meant. */
export interface NameReference {
  readonly name: string;
  readonly kind?: NameKind;
  readonly span: FileSpan;
}

/** Another form in which a name is shown. */
export interface Rename {
  readonly from: NameReference;
  readonly to: string;
}

/** A name that is several: in these articles it stands for that bearer. In all others it stays itself. */
export interface NameSplit {
  readonly of: NameReference;
  readonly into: readonly { readonly bearer: NameReference; readonly articles: readonly PathReference[] }[];
}

/** An article by its path, as {@link ArticleCorrection.path}. */
export interface PathReference {
  readonly path: string;
  readonly span: FileSpan;
}

/** An event by its line in the sidebar, or surer, by an article and the words with which that reports it. */
export interface EventReference {
  readonly title: string;
  readonly article?: string;
  /** Words of the article from the one on that says what happened. */
  readonly words?: string;
  readonly span: FileSpan;
}

/** What stands in one `attest.yml`, what cannot be used left out. */
export interface Corrections {
  readonly articles: readonly ArticleCorrection[];
  /** Names that are one; the first is the form shown. */
  readonly same: readonly (readonly NameReference[])[];
  readonly renames: readonly Rename[];
  readonly splits: readonly NameSplit[];
  readonly noNames: readonly NameReference[];
  readonly hiddenEvents: readonly EventReference[];
  /** Events that are one; the first lends its line and its date. */
  readonly sameEvents: readonly (readonly EventReference[])[];
}

export const noCorrections: Corrections = { articles: [], same: [], renames: [], splits: [], noNames: [], hiddenEvents: [], sameEvents: [] };

/** A mistake in the file, or a correction that applies to nothing. */
export interface CorrectionProblem {
  /** `error`: the entry is not used. `warning`: it is, but something is amiss. `information`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'information';
  /** One sentence that says what is wrong and what to do. */
  readonly message: string;
  readonly span: FileSpan;
}

/** The corrections of one corpus folder. */
export interface FolderCorrections {
  /** Absolute path of the corpus folder. */
  readonly folder: string;
  readonly corrections: Corrections;
}
