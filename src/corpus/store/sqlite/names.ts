import type { NameKind } from '../../../language/types';
import { FormUse, intactParts, oneSlipApart, SHORTEST_SLIP } from '../../linking';
import { foldName } from '../../fold';
import type { NameChoice, NameId, NameRecord, Page } from '../store';
import { bytes, int, str, type Database, type Row } from './database';
import { ArticleData, unpackIds } from './articleData';
import { NAME_KINDS, OTHER_SLOT, tailsNear, unpackForms } from './nameForms';
import { namesBeginning } from './namesBeginning';
import { readTotal } from './totals';

/** Aliases and roles shown of a name: the most frequent. */
const SHOWN_FORMS = 12;
/** The order of a list by mentions, which the rows stand in but for the mentions of one level. */
const BY_MENTIONS = 'ORDER BY level DESC, mentions DESC, kind, folded';
/** Articles, the most telling ones, from which a name's company is counted. */
const COMPANY_ARTICLES = 30;

/** Names of the corpus, read. */
export class Names {
  constructor(private readonly database: Database) {}

  byId(id: NameId): NameRecord | undefined {
    return this.byIds([id])[0];
  }

  /** In the order of the ids; unknown ones are left out. One query however many. */
  byIds(ids: readonly NameId[]): NameRecord[] {
    if (ids.length === 0) return [];
    const rows = ids.length === 1
      ? this.database.all('SELECT id, kind, folded, mentions, articles, forms FROM name WHERE id = ?', ids[0]!)
      : this.database.all('SELECT id, kind, folded, mentions, articles, forms FROM (SELECT value FROM json_each(?)) AS wanted JOIN name ON name.id = wanted.value', JSON.stringify(ids));
    const records = new Map(rows.map((row) => [int(row['id']), recordOf(row)]));
    return ids.flatMap((id) => records.get(id) ?? []);
  }

  byForm(form: string, limit?: number): NameRecord[] {
    return this.#ranked(idsOf(this.database.numbers('SELECT DISTINCT name FROM form WHERE folded = ?', foldName(form))), limit);
  }

  async byPrefix(prefix: string, limit: number): Promise<NameRecord[]> {
    const from = foldName(prefix);
    if (from === '' || limit <= 0) return [];
    const { ids, ordered } = await namesBeginning(this.database, from, limit);
    return ordered ? this.byIds(ids.slice(0, limit)) : this.#ranked(ids, limit);
  }

  bySlip(form: string, limit: number): NameRecord[] {
    const wanted = foldName(form);
    if (wanted.length < SHORTEST_SLIP || limit <= 0) return [];
    // What a slip leaves intact of the other form is its first part, of at least this length, or its ending.
    const start = wanted.slice(0, intactParts(wanted.length - 1).head);
    const candidates = this.database.all(
      `SELECT folded FROM form WHERE folded >= ? AND folded < ? AND length(folded) BETWEEN ? AND ?
       UNION SELECT folded FROM formTail WHERE tail IN (SELECT value FROM json_each(?))`,
      start, `${start}\u{10ffff}`, wanted.length - 1, wanted.length + 1, JSON.stringify(tailsNear(wanted)),
    );
    const near = candidates.map((row) => str(row['folded'])).filter((folded) => oneSlipApart(wanted, folded));
    return near.length === 0 ? [] : this.#ranked(idsOf(this.database.numbers('SELECT DISTINCT form.name FROM (SELECT value FROM json_each(?)) AS wanted JOIN form ON form.folded = wanted.value', JSON.stringify(near))), limit);
  }

  page(page: Page, { kind, order }: NameChoice = {}): NameRecord[] {
    const wanted = kind === undefined ? [] : [NAME_KINDS.indexOf(kind)];
    const rows = order === 'alphabet'
      ? this.database.all(`SELECT name AS id FROM form WHERE slot ${kind === undefined ? `< ${OTHER_SLOT}` : '= ?'} ORDER BY folded, slot LIMIT ? OFFSET ?`, ...wanted, page.limit, page.offset)
      : this.database.all(`SELECT id FROM name ${kind === undefined ? '' : 'WHERE kind = ?'} ${BY_MENTIONS} LIMIT ? OFFSET ?`, ...wanted, page.limit, page.offset);
    return this.byIds(rows.map((row) => int(row['id'])));
  }

  count(kind: NameKind): number {
    return readTotal(this.database, `names ${kind}`);
  }

  /** Counted over the most telling articles of the name. */
  company(id: NameId, limit: number): NameRecord[] {
    const articles = this.database.all(
      `SELECT article.names, article.data FROM (SELECT article FROM bearer WHERE name = ? ORDER BY rank LIMIT ${COMPANY_ARTICLES}) AS told
       JOIN article ON article.id = told.article`,
      id,
    );
    const counts = new Map<number, number>();
    for (const row of articles) {
      const ids = unpackIds(bytes(row['names'])), sentences = new ArticleData(bytes(row['data'])).sentencesOfNames;
      const own = sentences[ids.indexOf(id)];
      ids.forEach((other, i) => {
        const shared = other === id || !own ? 0 : [...sentences[i] ?? []].filter((sentence) => own.has(sentence)).length;
        if (shared > 0) counts.set(other, (counts.get(other) ?? 0) + shared);
      });
    }
    const wanted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, Math.max(limit * 2, limit + 50));
    return this.byIds(wanted.map(([other]) => other))
      .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || byFrequency(a, b))
      .slice(0, limit);
  }

  /** Names of ids, most mentions first, then by kind and letters. */
  #ranked(ids: readonly NameId[], limit?: number): NameRecord[] {
    if (ids.length < 2) return this.byIds(ids).slice(0, limit);
    const sorted = this.database.numbers(`SELECT id FROM name WHERE id IN (SELECT value FROM json_each(?)) ORDER BY mentions DESC, kind, folded LIMIT ?`, JSON.stringify(ids), limit ?? -1);
    return this.byIds(idsOf(sorted));
  }
}

function idsOf(rows: readonly (readonly number[])[]): NameId[] {
  return rows.map(([id]) => id!);
}

function recordOf(name: Row): NameRecord {
  const forms = unpackForms(bytes(name['forms'])).sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const texts = (use: FormUse): string[] => forms.filter((form) => form.use === use).slice(0, SHOWN_FORMS).map(({ text }) => text);
  const [canonical, ...spellings] = texts(FormUse.canonical);
  return {
    id: int(name['id']),
    canonical: canonical ?? str(name['folded']),
    kind: NAME_KINDS[int(name['kind'])] ?? 'person',
    aliases: [...texts(FormUse.alias), ...spellings],
    roles: texts(FormUse.role),
    mentions: int(name['mentions']),
    articles: int(name['articles']),
  };
}

function byFrequency(a: NameRecord, b: NameRecord): number {
  return b.mentions - a.mentions || (a.canonical < b.canonical ? -1 : a.canonical > b.canonical ? 1 : 0);
}
