/** A desktop VS Code, where there can be one. */
import { download, ProgressReportStage } from '@vscode/test-electron';
import { get } from 'node:https';
import path from 'node:path';
import { cache } from './paths';

const updates = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Path of a desktop VS Code of that version in the cache, downloaded if need be; `undefined` where there is no display to
 * show it on or no way to the place it comes from. Finding that out takes five seconds at most. Set `ATTEST_EDITOR=server` to
 * do without.
 */
export async function getDesktop(version: string, log: (line: string) => void): Promise<string | undefined> {
  if (process.env['ATTEST_EDITOR'] === 'server') return undefined;
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
  if (!(await reachable())) return undefined;
  try {
    log(`getting the desktop VS Code ${version}`);
    return await download({
      version,
      cachePath: path.join(cache, 'desktop'),
      timeout: 60_000,
      reporter: {
        report: ({ stage }) => {
          if (stage === ProgressReportStage.Downloading) log(`downloading the desktop VS Code ${version}`);
        },
        error: (error) => log(String(error)),
      },
    });
  } catch (error) {
    log(`no desktop VS Code: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function reachable(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(updates, { timeout: 5000, signal: AbortSignal.timeout(5000) }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
