import { type CheckSettings, defaultCheckSettings, readCheckSettings } from '../features/verification/options';
import { defaultExclude } from '../corpus/indexer/filter';

/**
 * The settings the server reads (section `attest`), with their defaults. `package.json` declares the same names; a test holds
 * the two together. A value of the wrong type counts as unset, so that a slip in settings.json breaks nothing.
 */
export interface Settings {
  /** Folders of articles, absolute or relative to a workspace folder; null: {@link defaultFolders} where they exist. */
  readonly corpusFolders: readonly string[] | null;
  /** Glob patterns, relative to a corpus folder, of files that are no articles. */
  readonly corpusExclude: readonly string[];
  /** How much of the machine indexing may take. */
  readonly indexSpeed: IndexSpeedSetting;
  readonly draftLanguages: readonly string[];
  readonly hover: boolean;
  readonly quoteCompletion: boolean;
  readonly check: boolean;
  /** Whether a line above the draft sums up its quotes. */
  readonly checkSummary: boolean;
  /** Whether an article shows which of its quotations drafts use. */
  readonly articleUses: boolean;
  /** What is found, how grave it is, and what is silenced. */
  readonly checking: CheckSettings;
  readonly quoteInsert: QuoteInsert;
  readonly citationForm: CitationFormSetting;
  /** Bibliography file relative to the draft, CSL-JSON or `.bib` by its ending, used when the draft's front matter names none. */
  readonly bibliography: string;
  /** `apa`, `chicago-author-date`, `mla`, or a `.csl` file, absolute or relative to the draft. */
  readonly bibliographyStyle: string;
}

export const indexSpeeds = ['polite', 'full'] as const;
export type IndexSpeedSetting = (typeof indexSpeeds)[number];

export const quoteInserts = ['words', 'words and citation', 'words, speaker and citation'] as const;
export type QuoteInsert = (typeof quoteInserts)[number];

export const citationForms = ['pandoc', 'footnote', 'inline', 'link', 'latex', 'typst'] as const;
export type CitationFormSetting = (typeof citationForms)[number];

/** Corpus folders that are used without being named, where they exist in a workspace folder. */
export const defaultFolders: readonly string[] = ['seeds', 'sources', 'corpus'];

export const defaultSettings: Settings = {
  corpusFolders: null,
  corpusExclude: defaultExclude,
  indexSpeed: 'polite',
  draftLanguages: ['markdown', 'quarto', 'plaintext', 'latex', 'tex', 'asciidoc', 'restructuredtext', 'typst'],
  hover: true,
  quoteCompletion: true,
  check: true,
  checkSummary: true,
  articleUses: true,
  checking: defaultCheckSettings,
  quoteInsert: 'words',
  citationForm: 'pandoc',
  bibliography: 'references.json',
  bibliographyStyle: 'apa',
};

type Tree = Readonly<Record<string, unknown>>;

function at(tree: unknown, path: string): unknown {
  let value = tree;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Tree)[key];
  }
  return value;
}

const strings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '') : undefined;
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((item) => item === value);

/** Reads the section `attest` as an editor hands it over (a tree of objects); anything unusable is the default. */
export function readSettings(section: unknown): Settings {
  const folders = strings(at(section, 'corpus.folders'));
  const style = at(section, 'bibliography.style');
  const bibliography = at(section, 'citation.bibliography');
  return {
    corpusFolders: folders && folders.length > 0 ? folders : null,
    corpusExclude: strings(at(section, 'corpus.exclude')) ?? defaultSettings.corpusExclude,
    indexSpeed: oneOf(at(section, 'index.speed'), indexSpeeds) ?? defaultSettings.indexSpeed,
    draftLanguages: strings(at(section, 'draft.languages')) ?? defaultSettings.draftLanguages,
    hover: flag(at(section, 'hover.enabled')) ?? defaultSettings.hover,
    quoteCompletion: flag(at(section, 'quoteCompletion.enabled')) ?? defaultSettings.quoteCompletion,
    check: flag(at(section, 'check.enabled')) ?? defaultSettings.check,
    checkSummary: flag(at(section, 'check.summary')) ?? defaultSettings.checkSummary,
    articleUses: flag(at(section, 'article.uses')) ?? defaultSettings.articleUses,
    checking: readCheckSettings({ minimumWords: at(section, 'check.minimumWords'), severity: at(section, 'check.severity'), ignore: at(section, 'check.ignore') }),
    quoteInsert: oneOf(at(section, 'quote.insert'), quoteInserts) ?? defaultSettings.quoteInsert,
    citationForm: oneOf(at(section, 'citation.form'), citationForms) ?? defaultSettings.citationForm,
    bibliography: typeof bibliography === 'string' && bibliography.trim() ? bibliography.trim() : defaultSettings.bibliography,
    bibliographyStyle: typeof style === 'string' && style.trim() ? style.trim() : defaultSettings.bibliographyStyle,
  };
}
