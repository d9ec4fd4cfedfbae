import { defaultSeverities, type FindingCode, findingCodes, type Severity } from '../features/verification/finding';
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
  readonly draftLanguages: readonly string[];
  readonly hover: boolean;
  readonly quoteCompletion: boolean;
  readonly check: boolean;
  /** Whether a line above the draft sums up its quotes. */
  readonly checkSummary: boolean;
  /** Quotes of fewer words that no source has draw nothing. */
  readonly checkMinimumWords: number;
  /** How grave each finding is; those not named keep their default. */
  readonly checkSeverity: Readonly<Record<FindingCode, Severity>>;
  readonly quoteInsert: QuoteInsert;
  readonly citationForm: CitationFormSetting;
  /** Bibliography file relative to the draft, CSL-JSON or `.bib` by its ending, used when the draft's front matter names none. */
  readonly bibliography: string;
  /** `apa`, `chicago-author-date`, `mla`, or a `.csl` file, absolute or relative to the draft. */
  readonly bibliographyStyle: string;
}

export const quoteInserts = ['words', 'words and citation', 'words, speaker and citation'] as const;
export type QuoteInsert = (typeof quoteInserts)[number];

export const citationForms = ['pandoc', 'footnote', 'inline', 'link', 'latex', 'typst'] as const;
export type CitationFormSetting = (typeof citationForms)[number];

/** Corpus folders that are used without being named, where they exist in a workspace folder. */
export const defaultFolders: readonly string[] = ['seeds', 'sources', 'corpus'];

export const defaultSettings: Settings = {
  corpusFolders: null,
  corpusExclude: defaultExclude,
  draftLanguages: ['markdown', 'quarto', 'plaintext', 'latex', 'tex', 'asciidoc', 'restructuredtext', 'typst'],
  hover: true,
  quoteCompletion: true,
  check: true,
  checkSummary: true,
  checkMinimumWords: 4,
  checkSeverity: defaultSeverities,
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

const severityNames = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** The defaults with what the writer decided otherwise; unknown codes and severities are passed over. */
function severitiesOf(value: unknown): Readonly<Record<FindingCode, Severity>> {
  const stated = typeof value === 'object' && value !== null ? (value as Tree) : {};
  const severities = { ...defaultSeverities };
  for (const code of findingCodes) severities[code] = oneOf(stated[code], severityNames) ?? severities[code];
  return severities;
}

/** Reads the section `attest` as an editor hands it over (a tree of objects); anything unusable is the default. */
export function readSettings(section: unknown): Settings {
  const folders = strings(at(section, 'corpus.folders'));
  const style = at(section, 'bibliography.style');
  const bibliography = at(section, 'citation.bibliography'), minimumWords = at(section, 'check.minimumWords');
  return {
    corpusFolders: folders && folders.length > 0 ? folders : null,
    corpusExclude: strings(at(section, 'corpus.exclude')) ?? defaultSettings.corpusExclude,
    draftLanguages: strings(at(section, 'draft.languages')) ?? defaultSettings.draftLanguages,
    hover: flag(at(section, 'hover.enabled')) ?? defaultSettings.hover,
    quoteCompletion: flag(at(section, 'quoteCompletion.enabled')) ?? defaultSettings.quoteCompletion,
    check: flag(at(section, 'check.enabled')) ?? defaultSettings.check,
    checkSummary: flag(at(section, 'check.summary')) ?? defaultSettings.checkSummary,
    checkMinimumWords: typeof minimumWords === 'number' && minimumWords >= 1 ? Math.floor(minimumWords) : defaultSettings.checkMinimumWords,
    checkSeverity: severitiesOf(at(section, 'check.severity')),
    quoteInsert: oneOf(at(section, 'quote.insert'), quoteInserts) ?? defaultSettings.quoteInsert,
    citationForm: oneOf(at(section, 'citation.form'), citationForms) ?? defaultSettings.citationForm,
    bibliography: typeof bibliography === 'string' && bibliography.trim() ? bibliography.trim() : defaultSettings.bibliography,
    bibliographyStyle: typeof style === 'string' && style.trim() ? style.trim() : defaultSettings.bibliographyStyle,
  };
}
