/** Running other programs: always with a list of arguments, never through a shell unless Windows needs one for npm. */
import { spawn, type ChildProcess } from 'node:child_process';

const windows = process.platform === 'win32';

/** How a finished program ended: its exit code (1 when a signal ended it) and what it wrote, both streams in order. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Options of {@link run}: `show` passes the output through while it comes; `env` is added to the environment. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly show?: boolean;
  readonly timeoutMs?: number;
}

/** Runs a program to its end, without input. A program that cannot be started counts as code 1 with the reason as output. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...nestedEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && command === 'npm',
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (options.show) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** As {@link run}, but a failure is an error that carries the end of the output. Returns the output. */
export async function mustRun(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
  return output;
}

/** Ends a program together with everything it started. The program must have been started with `detached: true`. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (windows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}

/** The environment without what npm says about the package whose script is running: a nested npm must not take it for its own. */
function nestedEnvironment(): NodeJS.ProcessEnv {
  const own = /^npm_(package|lifecycle)_|^npm_config_(local_)?prefix$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
