import { config } from '@vscode/l10n';
import type { Log } from '../corpus/ports';

/** Takes the texts of the views from a bundle of translations, an absolute path; English stays where it cannot be read. */
export function useTexts(file: string, log: Log): void {
  try {
    config({ fsPath: file });
  } catch (error) {
    log.warn(`The translated texts cannot be read (${file}): ${error instanceof Error ? error.message : String(error)}`);
  }
}
