/**
 * `npm start`: Attest in an editor, on the sample corpus, with the sample draft open. In a desktop VS Code where
 * there is one, else at an address for the browser, until Ctrl-C. `--port N` chooses the port (else a free one). `--check`
 * looks whether all is there, in a headless browser, and ends with 0 or 1.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchUrl } from '../editor/browser';
import { getCodeServer } from '../editor/codeServer';
import { getDesktop } from '../editor/desktop';
import { cache, root } from '../editor/paths';
import { mustRun } from '../editor/run';
import { startServer } from '../editor/server';
import { newest } from '../editor/versions';
import { copySeeds, linkSeeds } from '../editor/workspace';
import { nodePath } from '../with-node.mjs';
import { check } from './check';

const log = (line: string): void => console.log(line);

/** Starts the editor and stays until it is closed or interrupted. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false }, port: { type: 'string' } } });
  log('building');
  await mustRun(nodePath, [path.join(root, 'esbuild.mjs')], { cwd: root });
  const folder = path.join(cache, values.check ? 'sample-check' : 'sample');
  const draft = values.check ? copySeeds(folder) : linkSeeds(folder);
  const desktop = values.check ? undefined : await getDesktop(newest.vscode, log);
  if (desktop !== undefined) return openDesktop(desktop, [folder, ...(draft === undefined ? [] : [draft])]);

  const editor = await getCodeServer(newest, log);
  const dataFolder = path.join(cache, values.check ? 'start-check-data' : 'start-data');
  // A check starts as a new user does, without what an earlier start left behind.
  if (values.check) rmSync(dataFolder, { recursive: true, force: true });
  const server = await startServer(editor, { dataFolder, port: Number(values.port ?? 0) });
  try {
    const address = { port: server.port, folder, extensionDevelopmentPath: root, ...(draft === undefined ? {} : { openFile: draft }) };
    const url = workbenchUrl(address);
    if (values.check) return await check(url, draft, log);
    log(`Attest is running: ${url}`);
    log('Open that address in a browser. Ctrl-C ends it.');
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
    });
    return 0;
  } finally {
    server.stop();
  }
}

/** Opens a window of the desktop editor with its own settings and extensions, and waits until it is closed. */
function openDesktop(executable: string, files: readonly string[]): Promise<number> {
  const data = path.join(cache, 'start-data');
  const own = [`--user-data-dir=${path.join(data, 'user')}`, `--extensions-dir=${path.join(data, 'extensions')}`];
  const child = spawn(executable, [...files, ...own, `--extensionDevelopmentPath=${root}`, '--disable-workspace-trust'], { stdio: 'inherit' });
  log('Attest is running in a window of VS Code.');
  return new Promise((resolve) => {
    child.on('error', (error) => {
      log(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
