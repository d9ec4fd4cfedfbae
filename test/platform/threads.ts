import { buildSync } from 'esbuild';
import path from 'node:path';

const built = new Map<string, string>();

/** Bundles a program of this folder, as the extension's programs are bundled, once a run; threads and processes start from it without a loader. */
export function bundled(name: string): string {
  let file = built.get(name);
  if (file === undefined) {
    file = path.join(__dirname, '../../out', `${name}.js`);
    buildSync({
      entryPoints: [path.join(__dirname, `${name}.ts`)], outfile: file, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent', loader: { '.bin': 'binary' },
      mainFields: ['module', 'main'],
    });
    built.set(name, file);
  }
  return file;
}
