import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../article/decode';
import { readerFor } from '../article/readers';
import { createFilter, defaultExclude } from '../corpus/indexer/filter';
import type { CorpusStore } from '../corpus/store/store';
import { bibliographiesOf } from '../draft/frontMatter';
import { draftEndings, languageOfFile } from '../draft/languages';
import { proseOf } from '../draft/prose';
import { findDrafts } from '../features/findDrafts';
import { type CheckSettings, isFileIgnored } from '../features/verification/options';
import { bibliographyKeys, type BibliographyFile } from '../features/verification/references';
import { DraftVerifier } from '../features/verification/verifyDraft';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { checkedDraft, type CheckedDraft } from './checkedDraft';
import { asGithub, asJson, asSarif, asText } from './checkFormats';
import { withCorpus } from './corpus';
import { corpusFolders, corpusOption, formatOf, wholeNumber } from './corpusFolders';
import { endWithReader, writeLine } from './lines';
import { readOptions } from './options';
import type { Subcommand } from './run';
import { checkSettingsOf, withSeverities } from './workspaceSettings';

export const checkCommand: Subcommand = {
  summary: 'Check the quotes, speakers, citations, names and dates of drafts against a folder of articles.',
  usage: [
    'Usage: attest check [--corpus DIR]… [--format text|json|sarif|github] [--bibliography FILE] [--minimum-words N] [--severity CODE=LEVEL]… [FILES…]',
    '',
    'FILES are drafts or folders of drafts; without any, every draft here and below that is no article. Without --corpus the folders seeds, sources and',
    'corpus are used where they exist. What .vscode/settings.json says of attest.check.minimumWords, .severity and .ignore holds here, too.',
    'Exit code: 0 nothing found, 1 findings, 2 could not check. Hints do not count as findings.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = readOptions(args, {
      ...corpusOption, format: { type: 'string', default: 'text' }, bibliography: { type: 'string', default: 'references.json' }, 'minimum-words': { type: 'string' }, severity: { type: 'string', multiple: true },
    }, true);
    const format = formatOf(values.format, ['text', 'json', 'sarif', 'github']), words = values['minimum-words'], folder = process.cwd();
    const stated = await checkSettingsOf(folder), minimumWords = words === undefined ? stated.minimumWords : wholeNumber('minimum-words', words);
    const settings = withSeverities({ ...stated, minimumWords }, (values.severity ?? []).map(String));
    const folders = await corpusFolders(values.corpus), isArticle = articleTest(folders);
    const files = (await Promise.all((positionals.length > 0 ? positionals : ['.']).map((each) => draftsAt(path.resolve(each), isArticle)))).flat();
    if (files.length === 0) throw new Error('there is no draft in what was named.');
    endWithReader();
    const drafts = await withCorpus(folders, (store) => checkAll(store, [...new Set(files)], String(values.bibliography), settings), { keep: true });
    const output = format === 'json' ? asJson(drafts, folder) : format === 'sarif' ? asSarif(drafts, folder) : format === 'github' ? asGithub(drafts) : asText(drafts);
    if (output !== '') await writeLine(output);
    return drafts.some(({ findings }) => findings.some(({ severity }) => severity !== 'hint')) ? 1 : 0;
  },
};

function articleTest(folders: readonly string[]): (file: string) => boolean {
  const filter = createFilter(folders, defaultExclude);
  return (file) => readerFor(file) !== undefined && filter.folderOf(file) !== undefined;
}

/** A draft, or the drafts in a folder and below, by path. */
async function draftsAt(place: string, isArticle: (file: string) => boolean): Promise<string[]> {
  const kind = await stat(place).catch(() => undefined);
  if (!kind) throw new Error(`there is no ${place}.`);
  if (kind.isDirectory()) return (await findDrafts({ folders: [place], fileSystem: nodeFileSystem, isArticle })).map(({ path: file }) => file);
  if (!languageOfFile(place)) throw new Error(`${place} is no draft: its name ends in none of ${draftEndings.join(', ')}.`);
  return [place];
}

async function checkAll(store: CorpusStore, files: readonly string[], bibliography: string, { minimumWords, severity, ignore }: CheckSettings): Promise<CheckedDraft[]> {
  const verifier = new DraftVerifier(store), drafts: CheckedDraft[] = [];
  try {
    for (const file of files) {
      const text = decodeText(await readFile(file))?.text;
      if (text === undefined) throw new Error(`${file} is no text.`);
      const draft = proseOf(text, languageOfFile(file) ?? 'plaintext'), name = path.relative(process.cwd(), file).split(path.sep).join('/');
      const keys = await keysOf(store, file, text, draft.languageId, bibliography);
      const report = await verifier.verify(draft, { minimumWords, ignore, ignored: isFileIgnored(name, ignore), references: { keys, pathOf: (target) => linkedPath(file, target) } });
      if (report) drafts.push(checkedDraft(file, name, text, report, ({ code }) => severity[code]));
    }
    return drafts;
  } finally {
    verifier.dispose();
  }
}

/** Keys of the bibliographies of a draft; undefined when there is none to be read. */
async function keysOf(store: CorpusStore, file: string, text: string, languageId: string, fallback: string): Promise<ReadonlyMap<string, string | null> | undefined> {
  const folder = path.dirname(file), named = bibliographiesOf(text, languageId);
  const files: BibliographyFile[] = [];
  for (const name of named.length > 0 ? named : [fallback]) {
    const place = path.resolve(folder, name);
    const content = await readFile(place).then((bytes) => decodeText(bytes)?.text, () => undefined);
    if (content !== undefined) files.push({ name, text: content, folders: [path.dirname(place), folder] });
  }
  return files.length === 0 ? undefined : bibliographyKeys(store, files, (from, to) => path.resolve(from, to));
}

function linkedPath(file: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^#|^\/\//i.test(target)) return undefined;
  const plain = target.split(/[#?]/, 1)[0]!;
  try {
    return path.resolve(path.dirname(file), decodeURI(plain));
  } catch {
    return path.resolve(path.dirname(file), plain);
  }
}
