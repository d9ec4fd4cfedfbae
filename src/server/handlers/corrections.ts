import { t } from '@vscode/l10n';
import { LineIndex } from '../../corpus/lines';
import { correct } from '../../features/corrections/correct';
import { beginning } from '../../features/corrections/rewrite';
import { inLanguage } from '../../features/phrases';
import { hashBytes } from '../../platform/hash';
import { nodeFileSystem } from '../../platform/nodeFileSystem';
import type { ServerContext } from '../context';
import { shownPath, toPath, toUri } from '../convert';
import type { CorrectionResult, CorrectionsFile, CorrectParams, ProtocolPosition } from '../protocol';
import { existingFolders } from '../roots';
import { writeFile } from '../writeFile';

/** Writes a correction and waits until it applies. */
export async function onCorrect(context: ServerContext, params: CorrectParams): Promise<CorrectionResult> {
  const { session, documents } = context, { store, corrections } = session;
  if (!store) return { warning: t('There is no index yet. Try again in a moment.') };
  const correction = params.correction === 'articles' ? { ...params, articles: params.articles.map(toPath) }
    : params.correction === 'split name' ? { ...params, into: params.into.map(({ name, articles }) => ({ name, articles: articles.map(toPath) })) }
    : params;
  // What was written by hand a moment ago may not have been noticed yet.
  await session.readCorrections();
  let before = '';
  const result = await correct({
    store,
    fileOf: (path) => corrections.fileOf(path),
    textOf: (file) => {
      const text = documents.get(toUri(file.path))?.getText() ?? file.text;
      before = text ?? '';
      return Promise.resolve(text);
    },
    hashOf: (path) => nodeFileSystem.readFile(path).then(hashBytes, () => undefined),
  }, correction);
  if (!result.ok) return { warning: inLanguage(result.message, t) };
  const uri = toUri(result.path);
  if (!(await writeFile(context, { uri, text: result.text }))) return { uri, warning: t('The editor did not write attest.yml. Check whether the file may be written.') };
  await session.readCorrections();
  const position = firstDifference(before, result.text), applies = corrections.files.some(({ path, text }) => path === result.path && text === result.text);
  return applies ? { uri, position } : { uri, position, warning: t('attest.yml has changes that are not saved. The correction stands in it and applies once you save.') };
}

function firstDifference(before: string, after: string): ProtocolPosition {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return new LineIndex(after).position(at);
}

/** The files of corrections, for opening one. */
export async function onCorrectionsFiles({ session }: ServerContext, roots: readonly string[]): Promise<CorrectionsFile[]> {
  await session.readCorrections();
  const { files } = session.corrections, existing = await existingFolders(nodeFileSystem, files.map(({ folder }) => folder));
  return files
    .filter(({ folder }) => existing.includes(folder))
    .map(({ path, text }) => ({ uri: toUri(path), path: shownPath(path, roots), ...(text === undefined ? { beginWith: beginning() } : {}) }));
}
