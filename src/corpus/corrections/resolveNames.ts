import { foldName } from '../fold';
import type { ArticleId, CorpusStore, NameId, NamePart, NameRecord } from '../store/store';
import type { CorrectionProblem, FolderCorrections, NameReference, NameSplit, Rename } from './model';
import { type CorrectedName, nameOf, NameUnit } from './nameUnits';
import { pathIn } from './paths';

/** Names of the index that corrections touch, and what they make of them. */
export interface ResolvedNames {
  /** As the index has them. */
  readonly touched: ReadonlyMap<NameId, NameRecord>;
  /** In their place, those without a mention left out. */
  readonly names: readonly CorrectedName[];
  /**
   * What a touched name is in an article, or on the whole; undefined where it is no name.
   * @param article undefined: wherever it is not said to be somebody else
   */
  nameIn(name: NameId, article?: ArticleId): CorrectedName | undefined;
  /** Corrections that apply to nothing, by folder. */
  readonly problems: ReadonlyMap<string, readonly CorrectionProblem[]>;
}

type Source = Pick<CorpusStore, 'namesByForm' | 'articlesAt' | 'mentionCounts'>;

/** Works out what the corrections of names make of the names of an index. */
export async function resolveNames(store: Source, folders: readonly FolderCorrections[]): Promise<ResolvedNames> {
  const resolver = new Resolver(store);
  for (const { folder, corrections } of folders) for (const split of corrections.splits) await resolver.split(folder, split);
  for (const { folder, corrections } of folders) for (const names of corrections.same) await resolver.merge(folder, names);
  for (const { folder, corrections } of folders) for (const rename of corrections.renames) await resolver.rename(folder, rename);
  for (const { folder, corrections } of folders) for (const name of corrections.noNames) for (const unit of await resolver.units(folder, name)) unit.isNoName = true;
  return resolver.finish();
}

class Resolver {
  readonly #byId = new Map<NameId, NameUnit>();
  /** Bearers that no article names in full, by folded form. */
  readonly #bearers = new Map<string, NameUnit[]>();
  readonly #problems = new Map<string, CorrectionProblem[]>();
  /** In which article a name of the index is whose. */
  readonly #splits = new Map<NameId, Map<ArticleId, NameUnit>>();

  constructor(private readonly store: Source) {}

  /** Every name that is spelled so; none, with a problem, when there is none. */
  async units(folder: string, reference: NameReference): Promise<NameUnit[]> {
    const units = await this.#find(reference);
    if (units.length === 0) this.#tell(folder, reference, `No name of the corpus is spelled “${reference.name}”${reference.kind ? ` and is ${reference.kind === 'organisation' ? 'an' : 'a'} ${reference.kind}` : ''}. Correct the spelling, or remove it.`);
    return units;
  }

  async split(folder: string, { of, into }: NameSplit): Promise<void> {
    const units = (await this.units(folder, of)).filter(({ record }) => record);
    for (const { bearer, articles } of into) {
      const ids: ArticleId[] = [];
      for (const { path, span } of articles) {
        const found = await this.store.articlesAt(pathIn(folder, path));
        if (found.length === 0) this.#tell(folder, { span }, `There is no article ${path}. Correct the path, which is relative to this folder, or remove it.`);
        ids.push(...found.map(({ id }) => id));
      }
      for (const unit of units) if (ids.length > 0) await this.#give(unit, bearer, ids);
    }
  }

  async merge(folder: string, names: readonly NameReference[]): Promise<void> {
    let first: NameUnit | undefined;
    for (const name of names) {
      for (const unit of await this.units(folder, name)) {
        if (first) unit.mergeInto(first);
        else (first = unit).root.shown ??= name.name;
      }
    }
  }

  async rename(folder: string, { from, to }: Rename): Promise<void> {
    const units = await this.units(folder, from);
    const others = (await this.#find({ name: to, span: from.span })).filter(({ root, isNoName }) => !isNoName && units.length > 0 && units.every((unit) => unit.root !== root));
    if (others.length > 0) this.#tell(folder, from, `There is another name “${to}”. If the two are one, write them under “same” instead.`, 'information');
    for (const unit of units) unit.root.shown = to;
  }

  async finish(): Promise<ResolvedNames> {
    const groups = new Map<NameUnit, NameUnit[]>();
    for (const unit of [...this.#byId.values(), ...[...this.#bearers.values()].flat()]) {
      const group = groups.get(unit.root);
      if (group) group.push(unit);
      else groups.set(unit.root, [unit]);
    }
    const made = new Map<NameUnit, CorrectedName>();
    for (const [root, units] of groups) {
      const name = await nameOf([root, ...units.filter((unit) => unit !== root)], (parts: readonly NamePart[]) => this.store.mentionCounts(parts));
      if (name) made.set(root, name);
    }
    return {
      touched: new Map([...this.#byId].flatMap(([id, { record }]) => (record ? [[id, record] as const] : []))),
      names: [...made.values()],
      nameIn: (name, article) => {
        const unit = (article === undefined ? undefined : this.#splits.get(name)?.get(article)) ?? this.#byId.get(name);
        return unit && !unit.isNoName ? made.get(unit.root) : undefined;
      },
      problems: this.#problems,
    };
  }

  /** Says that a name is a bearer's in these articles; an article that is another's already stays his. */
  async #give(unit: NameUnit, bearer: NameReference, articles: readonly ArticleId[]): Promise<void> {
    const found = (await this.#find(bearer)).filter((each) => each !== unit);
    if (found.length === 0 && foldName(bearer.name) === foldName(unit.spelled)) return;
    const target = found.find(({ kind }) => kind === unit.kind) ?? found[0] ?? this.#bearer(bearer, unit);
    const { id } = unit.record!, taken = this.#splits.get(id) ?? new Map<ArticleId, NameUnit>();
    const within = articles.filter((article) => !taken.has(article));
    for (const article of within) taken.set(article, target);
    this.#splits.set(id, taken);
    unit.without.push(...within);
    if (within.length > 0) target.parts.push({ name: id, within });
  }

  #bearer({ name, kind }: NameReference, of: NameUnit): NameUnit {
    const unit = new NameUnit(kind ?? of.kind, name), key = foldName(name);
    this.#bearers.set(key, [...(this.#bearers.get(key) ?? []), unit]);
    return unit;
  }

  async #find({ name, kind }: NameReference): Promise<NameUnit[]> {
    const key = foldName(name);
    const records = (await this.store.namesByForm(name)).filter((record) => foldName(record.canonical) === key);
    const units = [...records.map((record) => this.#unit(record)), ...(this.#bearers.get(key) ?? [])];
    return kind === undefined ? units : units.filter((unit) => unit.kind === kind);
  }

  #unit(record: NameRecord): NameUnit {
    let unit = this.#byId.get(record.id);
    if (!unit) this.#byId.set(record.id, (unit = new NameUnit(record.kind, record.canonical, record)));
    return unit;
  }

  #tell(folder: string, { span }: Pick<NameReference, 'span'>, message: string, severity: CorrectionProblem['severity'] = 'warning'): void {
    this.#problems.set(folder, [...(this.#problems.get(folder) ?? []), { severity, message, span }]);
  }
}
