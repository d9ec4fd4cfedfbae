import type { NameKind } from '../../language/types';
import { foldName, hash48 } from '../fold';
import type { ArticleId, NameId, NamePart, NameRecord } from '../store/store';

/** A name while it is worked out what corrections make of it: what it is made of, and the one it has been merged into. */
export class NameUnit {
  readonly parts: NamePart[] = [];
  /** Articles of the name itself that belong to other bearers. */
  readonly without: ArticleId[] = [];
  shown: string | undefined;
  isNoName = false;
  #into: NameUnit | undefined;

  /** @param record the name as the index has it; undefined for a bearer that only the corrections know */
  constructor(readonly kind: NameKind, readonly spelled: string, readonly record?: NameRecord) {}

  get root(): NameUnit {
    return this.#into ? this.#into.root : this;
  }

  mergeInto(other: NameUnit): void {
    if (this.root !== other.root) this.root.#into = other.root;
  }

  /** All that the unit stands for by itself. */
  get ownParts(): readonly NamePart[] {
    if (this.isNoName) return [];
    if (!this.record) return this.parts;
    return [this.without.length > 0 ? { name: this.record.id, without: this.without } : { name: this.record.id }, ...this.parts];
  }
}

/** A name as corrections make it. */
export interface CorrectedName extends NameRecord {
  readonly parts: readonly NamePart[];
  /** Names of the index it is spelled after, the one shown first; what a file of corrections calls it. */
  readonly spelled: readonly { readonly name: string; readonly kind: NameKind }[];
  /** Forms that only the corrections know. */
  readonly ownForms: readonly string[];
}

/** Forms and roles shown of a name made of several. */
const SHOWN_FORMS = 24;

/** The name that these units make together, the first of them first; undefined when nothing is left of them. */
export async function nameOf(units: readonly NameUnit[], count: (parts: readonly NamePart[]) => Promise<Pick<NameRecord, 'mentions' | 'articles'>>): Promise<CorrectedName | undefined> {
  const parts = units.flatMap((unit) => unit.ownParts);
  if (parts.length === 0) return undefined;
  const counts = await count(parts);
  if (counts.mentions === 0) return undefined;
  const standing = units.filter((unit) => !unit.isNoName), records = standing.flatMap(({ record }) => record ?? []);
  const [first] = standing, shown = units.find((unit) => unit.shown !== undefined)?.shown, canonical = shown ?? first!.spelled;
  const kind = [...records].sort((a, b) => b.mentions - a.mentions)[0]?.kind ?? first!.kind;
  const forms = distinct(records.flatMap((record) => [record.canonical, ...record.aliases])).filter((form) => form !== canonical);
  return {
    id: records[0]?.id ?? virtualId(kind, first!.spelled), canonical, kind, ...counts, parts,
    aliases: forms.slice(0, SHOWN_FORMS), roles: distinct(records.flatMap(({ roles }) => roles)).slice(0, SHOWN_FORMS),
    spelled: standing.map((unit) => ({ name: unit.record?.canonical ?? unit.spelled, kind: unit.kind })),
    ownForms: distinct([canonical, ...standing.filter(({ record }) => !record).map(({ spelled }) => spelled)]),
  };
}

/** Id of a name that the index does not have: below those it gives. */
function virtualId(kind: NameKind, spelled: string): NameId {
  return -1 - hash48(`${kind} ${foldName(spelled)}`);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
