/** Where the scripts keep what they need. Everything they make lies in `.vscode-test/` or in the system's temporary folder. */
import path from 'node:path';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Downloaded editors, bundled tests, pictures that are not meant for the documentation. */
export const cache = path.join(root, '.vscode-test');

/** The bundled tests that run in the editor. */
export const bundledTests = path.join(cache, 'out');

/** The packaged extension. */
export const vsix = path.join(root, 'attest.vsix');

/** Pictures of the documentation, and where they go when nobody asked to renew them. */
export const pictures = {
  documentation: path.join(root, 'docs', 'pictures'),
  scratch: path.join(cache, 'pictures'),
};
