/** A running VS Code server. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type InstalledEditor } from './codeServer';
import { endGroup, mustRun } from './run';
import { writeSettings } from './settings';

/** A started server: its port on the loopback interface, what it wrote so far, and how to end it with all it started. */
export interface RunningServer {
  readonly port: number;
  output(): string;
  stop(): void;
}

/** Options of {@link startServer}: the folder for its data and extensions, the port (0: a free one), more environment. */
export interface ServerOptions {
  readonly dataFolder: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the editor's server and waits until it listens. */
export function startServer(editor: InstalledEditor, options: ServerOptions): Promise<RunningServer> {
  mkdirSync(options.dataFolder, { recursive: true });
  writeSettings(options.dataFolder, editor.release.theme);
  const args = [
    ...commonArguments(editor, options.dataFolder),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver'],
  ];
  const child = spawn(editor.node, args, {
    cwd: editor.folder,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const stop = (): void => {
    process.off('exit', stop);
    endGroup(child);
  };
  process.on('exit', stop);
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      stop();
      reject(new Error(`VS Code ${editor.release.vscode} did not start: ${reason}\n${output.slice(-3000)}`));
    };
    const timer = setTimeout(() => fail('it does not listen after 60 s'), 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve({ port: Number(port), output: () => output, stop });
      });
    }
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => fail(`it ended with ${code}`));
  });
}

/** Installs a packaged extension into the extensions folder of that data folder, as a user's "Install from VSIX…" does. */
export async function installExtension(editor: InstalledEditor, dataFolder: string, vsixFile: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  const args = [...commonArguments(editor, dataFolder), '--install-extension', vsixFile, '--force'];
  await mustRun(editor.node, args, { cwd: editor.folder, timeoutMs: 120_000 });
}

function commonArguments(editor: InstalledEditor, dataFolder: string): string[] {
  return [
    path.join(editor.folder, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', dataFolder],
    ...['--extensions-dir', path.join(dataFolder, 'extensions')],
  ];
}
