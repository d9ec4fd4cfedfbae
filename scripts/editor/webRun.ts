/** Runs suites in the VS Code of a server, shown in a headless browser. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Page } from 'playwright-core';
import { variables } from '../../test/editor/support/protocol';
import { driverActions } from './actions';
import { openBrowser, workbenchUrl } from './browser';
import { testsModule } from './bundleTests';
import { type InstalledEditor } from './codeServer';
import { openControl } from './control';
import { pictures, root } from './paths';
import { type Outcome, Results } from './results';
import { installExtension, startServer } from './server';
import { copySeeds, emptyExtension, temporaryFolder } from './workspace';

/** What to run: the suites by name, in the source folder or (`vsix`) with the packaged extension, and whether the documentation's pictures are renewed. */
export interface SuiteRun {
  readonly suites: readonly string[];
  readonly vsix?: string;
  readonly documentationPictures?: boolean;
  /** More for the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds without a sign of life after which a run counts as hanging; two minutes unless told. */
  readonly stillness?: number;
}

/** No sign of life for so long means that the run hangs. */
const usualStillness = 120_000;

/** Starts everything, runs the suites, ends everything. Failures of the editor itself are in `broken`. */
export async function runInServer(editor: InstalledEditor, chromium: string, suiteRun: SuiteRun): Promise<Outcome> {
  const folder = temporaryFolder('test');
  const workspace = path.join(folder, 'workspace');
  const dataFolder = path.join(folder, 'data');
  const results = new Results(), stillnessMs = suiteRun.stillness ?? usualStillness;
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  try {
    copySeeds(workspace);
    const control = await openControl((report) => results.take(report));
    ends.unshift(() => control.close());
    if (suiteRun.vsix !== undefined) await installExtension(editor, dataFolder, suiteRun.vsix);
    const env = {
      [variables.address]: control.address,
      [variables.suites]: suiteRun.suites.join(','),
      [variables.home]: suiteRun.vsix === undefined ? root : path.join(dataFolder, 'extensions'),
      ...suiteRun.env,
    };
    const server = await startServer(editor, { dataFolder, env });
    ends.unshift(() => server.stop());
    const { browser, page } = await openBrowser(chromium, { width: 1360, height: 850, scale: suiteRun.documentationPictures ? 1.5 : 1 });
    ends.unshift(() => browser.close());
    control.serve(driverActions(page, suiteRun.documentationPictures));
    const seen = watch(page);
    const exit = new Promise<number>((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const development = suiteRun.vsix === undefined ? root : emptyExtension(path.join(folder, 'bench'));
    await page.goto(
      workbenchUrl({ port: server.port, folder: workspace, extensionDevelopmentPath: development, extensionTestsPath: testsModule }),
    );
    const end = await Promise.race([results.settled, exit, stillness(results, stillnessMs)]);
    if (end === 'still') {
      await page.screenshot({ path: path.join(pictures.scratch, 'hanging.png') });
      results.outcome.broken = `Nothing happened for ${stillnessMs / 1000} s; see .vscode-test/pictures/hanging.png.\n${seen()}\n${server.output().slice(-2000)}`;
    } else if (typeof end === 'number' && results.outcome.passed + results.outcome.failed === 0) {
      results.outcome.broken ??= `The editor ended the tests with ${end} before one ran.\n${seen()}\n${server.output().slice(-2000)}`;
    }
  } catch (error) {
    results.outcome.broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const close of ends) await Promise.resolve(close()).catch(() => undefined);
  }
  return results.outcome;
}

/** Resolves when no report has come for long. */
async function stillness(results: Results, stillnessMs: number): Promise<'still'> {
  while (Date.now() - results.lastSign < stillnessMs) await new Promise((resolve) => setTimeout(resolve, 1000).unref());
  return 'still';
}

/** Keeps the errors that the page writes to its console, for the report of a run that broke. */
function watch(page: Page): () => string {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(message.text());
  });
  page.on('pageerror', (error) => lines.push(error.message));
  return () => lines.slice(-20).join('\n');
}
