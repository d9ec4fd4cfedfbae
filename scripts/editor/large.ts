/**
 * `npm run large -- [--articles 100000]`: Attest in a real editor with a large corpus, from an empty index on: typed in, browsed and checked while it is indexed and
 * afterwards, as a person does, with the times and with pictures in `.vscode-test/pictures/large-*.png`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { variables } from '../../test/editor/support/protocol';
import { corpusFolder } from '../bench/corpus/files';
import { LARGE } from '../stages/editorStages';
import { longReport } from '../torture/load/report';
import { nodePath } from '../with-node.mjs';
import { bundleTests } from './bundleTests';
import { getTestEditor } from './editors';
import { cache, root } from './paths';
import { mustRun } from './run';
import { newest } from './versions';

const SEED = 1, WORDS = 6_000, QUOTES = 80;
/** Milliseconds that indexing may take for an article before the run counts as hanging. */
const FOR_EACH = 40;

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { articles: { type: 'string', default: '100000' } } }), articles = Number(values.articles);
  if (!Number.isInteger(articles) || articles < 1_000) {
    console.error('Usage: npm run large -- [--articles N], N a whole number from 1000 on.');
    return 2;
  }
  const log = (line: string): void => console.log(line), draft = path.join(cache, 'large-draft.md');
  await mustRun(nodePath, [path.join(root, 'esbuild.mjs'), '--production'], { cwd: root });
  await bundleTests();
  log(`making ${articles.toLocaleString('en')} articles`);
  const corpus = corpusFolder(SEED, articles);
  mkdirSync(cache, { recursive: true });
  writeFileSync(draft, longReport(SEED, articles, WORDS, QUOTES).text);
  try {
    const editor = await getTestEditor(newest, log);
    log(editor.name);
    const { passed, failed, broken } = await editor.run({ suites: [LARGE], env: { [variables.corpus]: corpus, [variables.draft]: draft }, stillness: 120_000 + articles * FOR_EACH });
    if (broken !== undefined) console.log(broken);
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 || broken !== undefined ? 1 : 0;
  } finally {
    rmSync(draft, { force: true });
  }
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
