/** The VS Code that `code-server` carries: a real one, that needs neither a display nor a download from anywhere but npm. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeOnce, unpackPackage } from './download';
import { getNode } from './node';
import { cache } from './paths';
import { provideRipgrep } from './ripgrep';
import { mustRun } from './run';
import { type EditorRelease } from './versions';

/** An editor that is ready to start: the folder of its VS Code and the Node to run it with. */
export interface InstalledEditor {
  readonly release: EditorRelease;
  readonly folder: string;
  readonly node: string;
}

/** Installs the release into the cache unless it is there. `log` gets a line for each step that takes long. */
export async function getCodeServer(release: EditorRelease, log: (line: string) => void): Promise<InstalledEditor> {
  const node = await getNode(release.node, log);
  const folder = path.join(cache, `vscode-${release.vscode}`);
  if (!existsSync(folder)) log(`downloading VS Code ${release.vscode} (code-server ${release.codeServer}, once, about 300 to 600 MB on disk)`);
  await makeOnce(folder, async (work) => {
    const whole = path.join(work, 'package');
    await makeOnce(whole, (inner) => unpackPackage(`code-server@${release.codeServer}`, inner));
    // Only the VS Code inside is needed, not the server that wraps it with passwords and updates.
    for (const name of ['bin', 'extensions', 'node_modules', 'npm-shrinkwrap.json', 'out', 'package.json', 'product.json', 'resources']) {
      const from = path.join(whole, 'lib', 'vscode', name);
      if (existsSync(from)) renameSync(from, path.join(work, name));
    }
    rmSync(whole, { recursive: true });
    log(`installing what VS Code ${release.vscode} depends on`);
    // Without install scripts nothing is compiled; what the tests use comes prebuilt.
    await mustRun('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work });
    await provideRipgrep(work);
    log(`VS Code ${release.vscode} is ready`);
  });
  return { release, folder, node };
}
