/** An editor to run suites in, of whichever kind this machine can have. */
import { getChromium } from './chromium';
import { getCodeServer } from './codeServer';
import { getDesktop } from './desktop';
import { runInDesktop } from './desktopRun';
import { type Outcome } from './results';
import { type EditorRelease } from './versions';
import { runInServer, type SuiteRun } from './webRun';

/** What can run suites. */
export interface TestEditor {
  readonly name: string;
  run(suites: SuiteRun): Promise<Outcome>;
}

/** A desktop VS Code of the release where there can be one, else the VS Code of a server with a browser. */
export async function getTestEditor(release: EditorRelease, log: (line: string) => void): Promise<TestEditor> {
  const desktop = await getDesktop(release.vscode, log);
  if (desktop !== undefined) return { name: `desktop VS Code ${release.vscode}`, run: (suites) => runInDesktop(desktop, release, suites) };
  // One after the other: where both are missing, two downloads at once are not faster.
  const chromium = await getChromium(log);
  const editor = await getCodeServer(release, log);
  return { name: `VS Code ${release.vscode} in Chromium`, run: (suites) => runInServer(editor, chromium, suites) };
}
