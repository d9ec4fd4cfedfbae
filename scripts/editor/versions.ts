/** The editors that the tests run in. `code-server` is the npm package that carries the VS Code of the same minor version. */

/** One editor: the npm release that carries it, the VS Code it is, the major version of the Node it runs on, its light theme. */
export interface EditorRelease {
  readonly codeServer: string;
  readonly vscode: string;
  readonly node: 22 | 24;
  readonly theme: string;
}

/** What a writer with a current VS Code has. */
export const newest: EditorRelease = { codeServer: '4.139.1', vscode: '1.139.1', node: 24, theme: 'Light 2026' };

/** The oldest VS Code that `engines.vscode` of the manifest allows. */
export const oldest: EditorRelease = { codeServer: '4.104.0', vscode: '1.104.0', node: 22, theme: 'Default Light Modern' };

/** The release of `@vscode/ripgrep-<platform>-<arch>` that is given to an editor whose own ripgrep has to be downloaded. */
export const ripgrepRelease = '1.18.0';
