import { spawn } from 'node:child_process';
import path from 'node:path';
import * as esbuild from 'esbuild';

const root = path.resolve(__dirname, '../..');
/** Where the bundles under test are put, so that a run never takes those of an earlier build. */
export const bundles = path.join(root, '.vscode-test', 'out', 'terminal');

let built: Promise<unknown> | undefined;

/** Builds the command line and the server, once for all tests. */
export function buildBundles(): Promise<unknown> {
  return (built ??= esbuild.build({
    entryPoints: [{ in: path.join(root, 'src/cli/main.ts'), out: 'cli' }, { in: path.join(root, 'src/server/main.ts'), out: 'server' }],
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', outdir: bundles, mainFields: ['module', 'main'], loader: { '.bin': 'binary' }, logLevel: 'error',
  }));
}

export interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `attest` with these words and this input, in a folder. */
export function attest(args: readonly string[], input = '', cwd = root): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(bundles, 'cli.js'), ...args], { cwd });
    let out = '', err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
