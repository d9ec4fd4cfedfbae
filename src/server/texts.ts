import { config } from '@vscode/l10n';
import type { Log } from '../corpus/ports';
import { writeDigitsIn } from './digits';

/** Takes the texts of the views from a bundle of translations, an absolute path, and writes numbers as its language does; English stays where it cannot be read. */
export function useTexts(file: string, language: string, log: Log): void {
  try {
    config({ fsPath: file });
    writeDigitsIn(language);
  } catch (error) {
    log.warn(`The translated texts cannot be read (${file}): ${error instanceof Error ? error.message : String(error)}`);
  }
}
