/** Runs suites in a desktop VS Code, where one can be downloaded and shown. The driver reaches its window over the DevTools protocol. */
import { runTests, runVSCodeCommand } from '@vscode/test-electron';
import { createServer, type AddressInfo } from 'node:net';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { variables } from '../../test/editor/support/protocol';
import { driverActions } from './actions';
import { inPageScript } from './browser';
import { testsModule } from './bundleTests';
import { openControl } from './control';
import { root } from './paths';
import { type Outcome, Results } from './results';
import { writeSettings } from './settings';
import { type EditorRelease } from './versions';
import { type SuiteRun } from './webRun';
import { copySeeds, emptyExtension, temporaryFolder } from './workspace';

/** As `runInServer`, with the desktop program at `executable`. */
export async function runInDesktop(executable: string, release: EditorRelease, suiteRun: SuiteRun): Promise<Outcome> {
  const folder = temporaryFolder('desktop');
  const results = new Results();
  const control = await openControl((report) => results.take(report));
  let browser: Browser | undefined;
  try {
    const workspace = path.join(folder, 'workspace');
    copySeeds(workspace);
    writeSettings(path.join(folder, 'data'), release.theme);
    const folders = [`--user-data-dir=${path.join(folder, 'data')}`, `--extensions-dir=${path.join(folder, 'extensions')}`];
    if (suiteRun.vsix !== undefined) {
      await runVSCodeCommand([...folders, '--install-extension', suiteRun.vsix], { vscodeExecutablePath: executable } as never);
    }
    const debugPort = await freePort();
    const tests = runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: suiteRun.vsix === undefined ? root : emptyExtension(path.join(folder, 'bench')),
      extensionTestsPath: testsModule,
      launchArgs: [workspace, ...folders, `--remote-debugging-port=${debugPort}`],
      extensionTestsEnv: {
        [variables.address]: control.address,
        [variables.suites]: suiteRun.suites.join(','),
        [variables.home]: suiteRun.vsix === undefined ? root : path.join(folder, 'extensions'),
        ...suiteRun.env,
      },
    }).catch((error: unknown) => {
      if (results.outcome.passed + results.outcome.failed === 0) results.outcome.broken ??= String(error);
    });
    browser = await connect(debugPort);
    const page = browser.contexts()[0]?.pages().find((one) => one.url().includes('workbench'));
    if (page === undefined) throw new Error('The desktop editor shows no workbench.');
    await page.evaluate(readFileSync(inPageScript, 'utf8'));
    control.serve(driverActions(page, suiteRun.documentationPictures));
    await tests;
  } catch (error) {
    results.outcome.broken = String(error);
  } finally {
    await browser?.close().catch(() => undefined);
    control.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return results.outcome;
}

async function connect(port: number): Promise<Browser> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      if (browser.contexts()[0]?.pages().some((page) => page.url().includes('workbench'))) return browser;
      await browser.close();
    } catch (error) {
      if (attempt > 60) throw error;
    }
    if (attempt > 60) throw new Error('The desktop editor opened no window in a minute.');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
