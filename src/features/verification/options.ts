import { globMatcher } from '../../corpus/indexer/filter';
import { defaultSeverities, type FindingCode, findingCodes, type Severity } from './finding';

/** What the writer has decided about checking: section `attest.check` of the settings, the same in an editor and on the command line. */
export interface CheckSettings {
  /** Quotes of fewer words that no source has draw nothing. */
  readonly minimumWords: number;
  /** How grave each finding is. */
  readonly severity: Readonly<Record<FindingCode, Severity>>;
  readonly ignore: IgnoreSettings;
}

/** What is silenced by name; comments in a draft silence places of it. */
export interface IgnoreSettings {
  /** Glob patterns of drafts, relative to the folder they are in. */
  readonly files: readonly string[];
  /** Headings: what stands below them is silenced. */
  readonly sections: readonly string[];
  /** Words of quotes; marks, blanks and capitals do not matter. */
  readonly quotes: readonly string[];
}

export const defaultMinimumWords = 4;
export const ignoreNothing: IgnoreSettings = { files: [], sections: [], quotes: [] };
export const defaultCheckSettings: CheckSettings = { minimumWords: defaultMinimumWords, severity: defaultSeverities, ignore: ignoreNothing };

const severityNames: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Whether a word is the name of a severity. */
export function isSeverity(value: unknown): value is Severity {
  return severityNames.some((name) => name === value);
}

/** Reads the section as an editor hands it over (a tree of objects); anything unusable is the default. */
export function readCheckSettings(section: unknown): CheckSettings {
  const { minimumWords, severity, ignore } = treeOf(section), stated = treeOf(severity), silenced = treeOf(ignore);
  const severities = { ...defaultSeverities };
  for (const code of findingCodes) if (isSeverity(stated[code])) severities[code] = stated[code];
  return {
    minimumWords: typeof minimumWords === 'number' && minimumWords >= 1 ? Math.floor(minimumWords) : defaultMinimumWords,
    severity: severities,
    ignore: { files: strings(silenced['files']), sections: strings(silenced['sections']), quotes: strings(silenced['quotes']) },
  };
}

/** Whether a draft is silenced as a whole. @param relative its path below the workspace, with `/` between the parts */
export function isFileIgnored(relative: string, { files }: IgnoreSettings): boolean {
  return files.length > 0 && globMatcher(files)(relative);
}

type Tree = Readonly<Record<string, unknown>>;
const treeOf = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {});
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '') : []);
