/** A browser of the Chromium family to show the editor in. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

const elsewhere: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
};

const advice =
  'No Chromium was found. Install Chromium, Google Chrome or Microsoft Edge, or set CHROMIUM_PATH to the program ' +
  '(on Debian or Ubuntu: sudo apt-get install chromium).';

/** Path of an installed browser, or `undefined`. `CHROMIUM_PATH` goes before all; a wrong one is an error, not a reason to guess. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, which does not exist.`);
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...(elsewhere[process.platform] ?? [])];
  return candidates.find((file) => existsSync(file));
}

/** An installed browser, else, as root on Debian and its relatives, one that is installed now, else an error that says what to do. */
export async function getChromium(log: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advice);
  log('installing Chromium and fonts by apt-get');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, timeoutMs: 180_000 });
  const fonts = ['fonts-dejavu-core', 'fonts-noto-core'];
  const options = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  let install = await run('apt-get', [...options, 'chromium', ...fonts], { env, timeoutMs: 600_000 });
  // The fonts only make the pictures better.
  if (install.code !== 0) install = await run('apt-get', [...options, 'chromium'], { env, timeoutMs: 600_000 });
  const installed = findChromium();
  if (installed === undefined) throw new Error(`${advice}\napt-get ended with ${install.code}:\n${install.output.slice(-1500)}`);
  return installed;
}
