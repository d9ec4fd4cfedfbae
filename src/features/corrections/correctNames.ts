import { isScalar, type YAMLSeq } from 'yaml';
import { foldName } from '../../corpus/fold';
import { cleanPath } from '../../corpus/corrections/parseArticles';
import type { NameKind } from '../../language/types';
import { dropKey, type EditedFile, findKey, isMap, isSeq, rewrite, type Rewritten, textOf, textsOf } from './rewrite';

/** A name as the articles spell it; with a kind where names of several kinds are spelled so. */
export interface WrittenName {
  readonly name: string;
  readonly kind?: NameKind;
}

const written = ({ name, kind }: WrittenName): string => (kind === undefined ? name : `${name} (${kind})`);
/** Whether a text of the file is this name. */
const isName = (one: string, other: string): boolean => {
  const bare = (text: string): string => foldName(text.replace(/(?<!\s)\s*\((?:person|organisation|place)\)$/, ''));
  const kind = (text: string): string => /\((person|organisation|place)\)$/.exec(text)?.[1] ?? '';
  return bare(one) === bare(other) && kind(one) === kind(other);
};

/** Says that names are one; the first is the form shown. Joins what the file already says of any of them. */
export function mergeNames(text: string | undefined, names: readonly WrittenName[]): Rewritten {
  return rewrite(text, (file) => {
    const groups = file.list('names', 'same'), wanted = names.map(written);
    const touched = groups.items.filter((group): group is YAMLSeq => isSeq(group) && textsOf(group).some((name) => wanted.some((each) => isName(each, name))));
    const [group, ...others] = touched;
    const all = unique([...wanted, ...touched.flatMap(textsOf)]);
    if (!group) {
      groups.add(file.line(all));
      return;
    }
    groups.items = groups.items.filter((each) => !others.includes(each as YAMLSeq));
    setTexts(file, group, all);
  });
}

/** Says which form of a name is shown; undefined shows it as the articles do. */
export function renameName(text: string | undefined, name: WrittenName, shown: string | undefined): Rewritten {
  return rewrite(text, (file) => {
    const renames = file.map('names', 'rename'), key = findKey(renames, (each) => isName(each, written(name)))?.key ?? written(name);
    if (shown === undefined) dropKey(renames, (each) => each === key);
    else renames.set(key, file.node(shown));
  });
}

/** A bearer of a name and the articles, by path, in which it stands for him. */
export interface Bearer {
  readonly name: string;
  readonly articles: readonly string[];
}

/** Says for whom a name stands in which articles. An article has one bearer of a name: it leaves the others. */
export function splitName(text: string | undefined, name: WrittenName, into: readonly Bearer[]): Rewritten {
  return rewrite(text, (file) => {
    const splits = file.map('names', 'split'), key = findKey(splits, (each) => isName(each, written(name)))?.key ?? written(name);
    const bearers = file.map('names', 'split', key), moved = into.flatMap(({ articles }) => articles);
    for (const pair of bearers.items) if (isSeq(pair.value)) pair.value.items = pair.value.items.filter((item) => !(isScalar(item) && moved.includes(cleanPath(textOf(item) ?? ''))));
    for (const { name: bearer, articles } of into) {
      const known = findKey(bearers, (each) => isName(each, bearer));
      const before = isSeq(known?.value) ? textsOf(known.value) : isScalar(known?.value) ? [textOf(known.value) ?? ''] : [];
      const all = [...new Set([...before, ...articles])];
      if (isSeq(known?.value)) setTexts(file, known.value, all);
      else bearers.set(known?.key ?? bearer, file.line(all));
    }
    bearers.items = bearers.items.filter(({ value }) => !isSeq(value) || value.items.length > 0);
    if (bearers.items.length === 0) dropKey(splits, (each) => each === key);
  });
}

/** Says that these are no names. */
export function notNames(text: string | undefined, names: readonly WrittenName[]): Rewritten {
  return rewrite(text, (file) => {
    const list = file.list('names', 'no-name'), known = textsOf(list);
    for (const name of unique(names.map(written))) if (!known.some((each) => isName(each, name))) list.add(file.node(name));
  });
}

/** Makes the list hold these texts; those that stand there already keep their place's notes. */
function setTexts(file: EditedFile, list: YAMLSeq, texts: readonly string[]): void {
  const nodes = new Map(list.items.flatMap((item) => (isScalar(item) ? [[textOf(item), item] as const] : [])));
  const others = list.items.filter((item) => !isScalar(item) || isMap(item));
  list.items = [...texts.map((text) => nodes.get(text) ?? file.node(text)), ...others];
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, i) => names.findIndex((other) => isName(other, name)) === i);
}
