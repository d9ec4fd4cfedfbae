import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../article/decode';
import type { CorpusStore } from '../corpus/store/store';
import { bibliographiesOf } from '../draft/frontMatter';
import { proseOf } from '../draft/prose';
import { defaultSeverities } from '../features/verification/finding';
import { bibliographyKeys, type BibliographyFile } from '../features/verification/references';
import { DraftVerifier } from '../features/verification/verifyDraft';
import { checkedDraft, type CheckedDraft } from './checkedDraft';
import { asGithub, asJson, asSarif, asText } from './checkFormats';
import { withCorpus } from './corpus';
import { endWithReader, writeLine } from './lines';
import { readOptions, UsageError } from './options';
import type { Subcommand } from './run';

/** Editor languages of the files that are drafts. */
const languages: Readonly<Record<string, string>> = {
  '.md': 'markdown', '.markdown': 'markdown', '.qmd': 'quarto', '.tex': 'latex', '.adoc': 'asciidoc', '.asciidoc': 'asciidoc', '.rst': 'restructuredtext', '.typ': 'typst', '.txt': 'plaintext',
};
const formats = ['text', 'json', 'sarif', 'github'];
/** Folders of articles that are looked for when none is named. */
const usualFolders = ['seeds', 'sources', 'corpus'];

export const checkCommand: Subcommand = {
  summary: 'Check the quotes, speakers, citations and names of drafts against a folder of articles.',
  usage: [
    'Usage: attest check [--corpus DIR]… [--format text|json|sarif|github] [--bibliography FILE] [--minimum-words N] FILES…',
    '',
    'FILES are drafts or folders of drafts. Without --corpus the folders seeds, sources and corpus are used where they exist.',
    'Exit code: 0 nothing found, 1 findings, 2 could not check.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = readOptions(args, {
      corpus: { type: 'string', multiple: true }, format: { type: 'string', default: 'text' }, bibliography: { type: 'string', default: 'references.json' }, 'minimum-words': { type: 'string', default: '4' },
    }, true);
    const format = String(values.format), minimumWords = Number(values['minimum-words']);
    if (!formats.includes(format)) throw new UsageError(`--format is one of ${formats.join(', ')}, not ${format}.`);
    if (!Number.isInteger(minimumWords) || minimumWords < 1) throw new UsageError('--minimum-words is a whole number from 1 up.');
    if (positionals.length === 0) throw new UsageError('name the drafts to check, or their folder.');
    const folders = await corpusFolders(Array.isArray(values.corpus) ? values.corpus.map(String) : []);
    const files = (await Promise.all(positionals.map((each) => draftsAt(path.resolve(String(each)))))).flat();
    if (files.length === 0) throw new Error('there is no draft in what was named.');
    endWithReader();
    const drafts = await withCorpus(folders, (store) => checkAll(store, [...new Set(files)], String(values.bibliography), minimumWords), { keep: true });
    const folder = process.cwd();
    const output = format === 'json' ? asJson(drafts, folder) : format === 'sarif' ? asSarif(drafts, folder) : format === 'github' ? asGithub(drafts) : asText(drafts);
    if (output !== '') await writeLine(output);
    return drafts.some(({ findings }) => findings.some(({ severity }) => severity !== 'hint')) ? 1 : 0;
  },
};

async function corpusFolders(named: readonly string[]): Promise<string[]> {
  if (named.length > 0) return named.map((folder) => path.resolve(folder));
  const found: string[] = [];
  for (const folder of usualFolders.map((name) => path.resolve(name))) if (await stat(folder).then((each) => each.isDirectory(), () => false)) found.push(folder);
  if (found.length === 0) throw new UsageError('say --corpus DIR, the folder of the articles.');
  return found;
}

/** A draft, or the drafts in a folder and below, by path. Hidden folders and `node_modules` are passed over. */
async function draftsAt(place: string): Promise<string[]> {
  const kind = await stat(place).catch(() => undefined);
  if (!kind) throw new Error(`there is no ${place}.`);
  if (!kind.isDirectory()) {
    if (!languageOf(place)) throw new Error(`${place} is no draft: its name ends in none of ${Object.keys(languages).join(' ')}.`);
    return [place];
  }
  const entries = (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return entries.filter((file) => languageOf(file) && !path.relative(place, file).split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules')).sort();
}

function languageOf(file: string): string | undefined {
  const extension = path.extname(file).toLowerCase();
  return Object.hasOwn(languages, extension) ? languages[extension] : undefined;
}

async function checkAll(store: CorpusStore, files: readonly string[], bibliography: string, minimumWords: number): Promise<CheckedDraft[]> {
  const verifier = new DraftVerifier(store), drafts: CheckedDraft[] = [];
  try {
    for (const file of files) {
      const text = decodeText(await readFile(file))?.text;
      if (text === undefined) throw new Error(`${file} is no text.`);
      const draft = proseOf(text, languageOf(file) ?? 'plaintext');
      const keys = await keysOf(store, file, text, draft.languageId, bibliography);
      const report = await verifier.verify(draft, { minimumWords, references: { keys, pathOf: (target) => linkedPath(file, target) } });
      const name = path.relative(process.cwd(), file).split(path.sep).join('/');
      if (report) drafts.push(checkedDraft(file, name, text, report, ({ code }) => defaultSeverities[code]));
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
  const plain = target.replace(/[#?].*$/, '');
  try {
    return path.resolve(path.dirname(file), decodeURI(plain));
  } catch {
    return path.resolve(path.dirname(file), plain);
  }
}
