/** The module that the editor's extension host is told to run: runs the bundled suites with mocha and reports each test. */
import Mocha from 'mocha';
import path from 'node:path';
import * as vscode from 'vscode';
import { driver, report } from './driver';
import { variables } from './protocol';

/** The suite that loads the window again: its second half runs in the window that comes then, and alone. */
const RELOADING = 'reload';

/** Runs the suites that the driver names and fails when a test fails, or when there was none. Called by VS Code. */
export async function run(): Promise<void> {
  try {
    const all = (process.env[variables.suites] ?? '').split(',').filter((name) => name !== ''), reloading = all.includes(RELOADING), again = (await driver.rounds()) > 0;
    const failures = await runSuites(again ? [RELOADING] : [...all.filter((name) => name !== RELOADING), ...(reloading ? [RELOADING] : [])]);
    if (reloading && !again) {
      await driver.nextRound();
      // The window takes the answer with it.
      void vscode.commands.executeCommand('workbench.action.reloadWindow').then(undefined, () => undefined);
      return await new Promise(() => undefined);
    }
    await report({ kind: 'end' });
    if (failures > 0) throw new Error(`${failures} failed`);
  } catch (error) {
    await report({ kind: 'broken', error: describe(error) });
    throw error;
  }
}

async function runSuites(names: readonly string[]): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: function silent() {} as unknown as typeof Mocha.reporters.Base });
  for (const name of names) mocha.addFile(path.join(__dirname, `${name}.test.js`));
  mocha.rootHooks({ afterEach: pictureOfFailure });
  const reports: Promise<void>[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const tell = (test: Mocha.Runnable, state: 'passed' | 'failed' | 'pending', error?: unknown): void => {
      const result = { title: test.titlePath(), state, durationMs: test.duration ?? 0, ...(error === undefined ? {} : { error: describe(error) }) };
      reports.push(report({ kind: 'test', result }));
    };
    // A failing hook arrives as a failure too, with the hook in the place of the test.
    runner.on('pass', (test) => tell(test, 'passed'));
    runner.on('fail', (test, error) => tell(test, 'failed', error));
    runner.on('pending', (test) => tell(test, 'pending'));
  });
  await Promise.all(reports);
  return failures;
}

/** A failure on the screen is best understood by looking at it. */
async function pictureOfFailure(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.state !== 'failed') return;
  const name = test.titlePath().join(' ').replace(/\W+/g, '-').slice(0, 80);
  await driver.screenshot(`failed-${name}`).catch(() => undefined);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
