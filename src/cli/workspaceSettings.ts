import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { decodeText } from '../article/decode';
import { type CheckSettings, isSeverity, readCheckSettings } from '../features/verification/options';
import { findingCodes, type FindingCode } from '../features/verification/finding';
import { UsageError } from './options';

/**
 * What `.vscode/settings.json` of a folder says about checking, so that a run says what the editor says; the defaults where there is no such file.
 * Throws when the file is broken: a check that passes over what it was told to do is none.
 */
export async function checkSettingsOf(folder: string): Promise<CheckSettings> {
  const file = path.join(folder, '.vscode', 'settings.json');
  const text = await readFile(file).then((bytes) => decodeText(bytes)?.text, () => undefined);
  if (text === undefined) return readCheckSettings({});
  const errors: ParseError[] = [], settings: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error) throw new Error(`${file} is broken: ${printParseErrorCode(error.error)} at line ${text.slice(0, error.offset).split('\n').length}.`);
  const tree = typeof settings === 'object' && settings !== null ? (settings as Readonly<Record<string, unknown>>) : {};
  return readCheckSettings({ minimumWords: tree['attest.check.minimumWords'], severity: tree['attest.check.severity'], ignore: tree['attest.check.ignore'] });
}

/** The settings with severities that a call states: `not-found=error`. Throws {@link UsageError} for what is none. */
export function withSeverities(settings: CheckSettings, stated: readonly string[]): CheckSettings {
  const severity = { ...settings.severity };
  for (const each of stated) {
    const [name, value] = each.split('='), code = findingCodes.find((known): known is FindingCode => known === name);
    if (!code || !isSeverity(value)) throw new UsageError(`--severity is CODE=error|warning|information|hint|off with one of ${findingCodes.join(', ')}, not ${each}.`);
    severity[code] = value;
  }
  return { ...settings, severity };
}
