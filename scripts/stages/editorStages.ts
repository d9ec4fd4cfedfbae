/** The stages that run in a real editor. */
import { bundleTests } from '../editor/bundleTests';
import { getTestEditor, type TestEditor } from '../editor/editors';
import { newest, oldest } from '../editor/versions';
import { type SuiteRun } from '../editor/webRun';
import { packageOfThisRun } from './packaged';
import { type Count, type Stage } from './stage';

/** Has a command of its own (`npm run large`): it takes as long as its corpus is large. */
export const LARGE = 'large';

/** What can differ with the editor's age or with the packaging. */
const shortened = ['bench', 'start', 'hover', 'completion', 'events'];

/** The stages, and `prepare`, which starts getting the editors while other stages run; what fails in it shows where it is used. */
export interface EditorStages {
  readonly stages: readonly Stage[];
  prepare(): void;
}

/** The editor stages; `documentationPictures` lets the first one renew the pictures of the documentation, `only` names the suites that it runs. */
export function editorStages(documentationPictures: boolean, only?: readonly string[]): EditorStages {
  const log = (line: string): void => console.log(`[editor] ${line}`);
  let both: Promise<readonly [TestEditor, TestEditor]> | undefined;
  const editors = (): Promise<readonly [TestEditor, TestEditor]> => {
    both ??= (async () => [await getTestEditor(newest, log), await getTestEditor(oldest, log)] as const)();
    return both;
  };
  const stage = (name: string, heading: string, which: 0 | 1, choose: (all: readonly string[]) => SuiteRun | Promise<SuiteRun>): Stage => ({
    name,
    heading,
    async run() {
      const suites = await choose(await bundleTests());
      const editor = (await editors())[which];
      console.log(`${editor.name}: ${suites.suites.join(', ')}`);
      const { passed, failed, failures, broken } = await editor.run(suites);
      if (broken !== undefined) console.log(broken);
      return { passed, failed: failed + (broken === undefined ? 0 : 1), failures: broken === undefined ? failures : [...failures, broken] } satisfies Count;
    },
  });
  const short = (all: readonly string[]): string[] => all.filter((name) => shortened.includes(name));
  return {
    prepare: () => void editors().catch(() => undefined),
    stages: [
      stage('editor', 'In the editor', 0, (suites) => ({ suites: suites.filter((name) => only?.includes(name) ?? name !== LARGE), documentationPictures })),
      stage('editor-oldest', 'In the oldest editor that the manifest allows', 1, (suites) => ({ suites: short(suites) })),
      stage('editor-vsix', 'In the editor, with the package installed', 0, async (suites) => ({ suites: short(suites), vsix: await packageOfThisRun() })),
    ],
  };
}
