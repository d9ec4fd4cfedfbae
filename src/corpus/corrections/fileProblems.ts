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
async function articlesThatAreNot(store: Pick<CorpusStore, 'articlesAt' | 'stamps'>, { folder, corrections }: CorrectionFile): Promise<CorrectionProblem[]> {
  const problems: CorrectionProblem[] = [];
  let hashes: readonly (readonly [string, string])[] | undefined;
  for (const { path, content, span } of corrections.articles) {
    if ((await store.articlesAt(pathIn(folder, path))).length > 0) continue;
    hashes ??= [...await store.stamps()].map(([other, { hash }]) => [other, contentOf(hash)] as const);
    if (hashes.some(([other]) => other === pathIn(folder, path))) continue;
    const moved = content === undefined ? undefined : hashes.find(([other, hash]) => hash.startsWith(content) && isWithin(other, folder))?.[0];
    problems.push(moved === undefined
      ? { severity: 'warning', span, message: `There is no article ${path}. Correct the path, which is relative to this folder, or remove the entry.` }
      : { severity: 'information', span, message: `This article is ${pathFrom(folder, moved)} by now, for which the entry counts. Write that path here.` });
  }
  return problems;
}
