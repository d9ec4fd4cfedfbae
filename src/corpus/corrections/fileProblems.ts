import { isWithin } from '../indexer/paths';
import type { CorpusStore } from '../store/store';
import { contentOf } from './articles';
import type { CorrectedStore } from './correctedStore';
import type { CorrectionFile } from './files';
import type { CorrectionProblem } from './model';
import { pathFrom, pathIn } from './paths';

/** All that is wrong with a file of corrections, in the order of the file: its writing, and entries that apply to nothing in the index. */
export async function problemsOfFile(store: CorrectedStore, file: CorrectionFile): Promise<readonly CorrectionProblem[]> {
  const applied = (await store.correctionProblems()).get(file.folder) ?? [];
  return [...file.problems, ...applied, ...await articlesThatAreNot(store, file)].sort((a, b) => a.span.start - b.span.start);
}

/** Entries for articles that are not in the index, and where an article has gone whose content is known. */
async function articlesThatAreNot(store: Pick<CorpusStore, 'articlesAt' | 'eachStamp'>, { folder, corrections }: CorrectionFile): Promise<CorrectionProblem[]> {
  const missing: (typeof corrections.articles)[number][] = [];
  for (const entry of corrections.articles) if ((await store.articlesAt(pathIn(folder, entry.path))).length === 0) missing.push(entry);
  if (missing.length === 0) return [];
  const places = new Set(missing.map(({ path }) => pathIn(folder, path))), contents = new Set(missing.flatMap(({ content }) => content ?? []));
  const there = new Set<string>(), moved = new Map<string, string>();
  await store.eachStamp((path, { hash }) => {
    if (places.has(path)) there.add(path);
    for (const content of contents) if (contentOf(hash).startsWith(content) && !moved.has(content) && isWithin(path, folder)) moved.set(content, path);
  });
  return missing.filter(({ path }) => !there.has(pathIn(folder, path))).map(({ path, content, span }) => {
    const other = content === undefined ? undefined : moved.get(content);
    return other === undefined
      ? { severity: 'warning', span, message: `There is no article ${path}. Correct the path, which is relative to this folder, or remove the entry.` }
      : { severity: 'information', span, message: `This article is ${pathFrom(folder, other)} by now, for which the entry counts. Write that path here.` };
  });
}
