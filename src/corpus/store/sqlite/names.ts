import type { NameKind } from '../../../language/types';
import { FormUse, intactParts, oneSlipApart, SHORTEST_SLIP } from '../../linking';
import { foldName } from '../../fold';
import type { NameChoice, NameId, NameRecord, Page } from '../store';
import { bytes, int, str, type Database, type Row } from './database';
import { ArticleData, unpackIds } from './articleData';
import { NAME_KINDS, OTHER_SLOT, tailsNear, unpackForms } from './nameForms';
import { readTotal } from './totals';

/** Aliases and roles shown of a name: the most frequent. */
const SHOWN_FORMS = 12;
/** Forms that a prefix may match before names are walked by frequency instead. */
const MANY_FORMS = 3_000;
/** Names looked at in one go where they are walked, and the order of a list by mentions, which the rows stand in but for the mentions of one level. */
const STRETCH = 500, BY_MENTIONS = 'ORDER BY level DESC, mentions DESC, kind, folded';
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
    return this.#ranked(this.database.all('SELECT DISTINCT name FROM form WHERE folded = ?', foldName(form)), limit);
  }

  byPrefix(prefix: string, limit: number): NameRecord[] {
    const from = foldName(prefix);
    if (from === '' || limit <= 0) return [];
    const to = `${from}\u{10ffff}`;
    const rows = this.database.all(`SELECT DISTINCT name FROM form WHERE folded >= ? AND folded < ? LIMIT ${MANY_FORMS}`, from, to);
    if (rows.length < MANY_FORMS) return this.#ranked(rows, limit);
    // Most names begin otherwise; the most mentioned ones that do not are found by going through the names in their order.
    const found: NameId[] = [];
    for (let offset = 0; found.length < limit; offset += STRETCH) {
      const names = this.database.all(`SELECT id, forms FROM name ${BY_MENTIONS} LIMIT ${STRETCH} OFFSET ?`, offset);
      for (const row of names) if (unpackForms(bytes(row['forms'])).some(({ use, text }) => use !== FormUse.role && foldName(text).startsWith(from))) found.push(int(row['id']));
      if (names.length < STRETCH) break;
    }
    return this.byIds(found.slice(0, limit));
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
    return near.length === 0 ? [] : this.#ranked(this.database.all('SELECT DISTINCT form.name FROM (SELECT value FROM json_each(?)) AS wanted JOIN form ON form.folded = wanted.value', JSON.stringify(near)), limit);
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

  /** Names of rows, most mentions first, then by kind and letters. */
  #ranked(rows: readonly Row[], limit?: number): NameRecord[] {
    if (rows.length < 2) return this.byIds(rows.map((row) => int(row['name']))).slice(0, limit);
    const ids = JSON.stringify(rows.map((row) => int(row['name'])));
    const sorted = this.database.all(`SELECT id FROM name WHERE id IN (SELECT value FROM json_each(?)) ORDER BY mentions DESC, kind, folded LIMIT ?`, ids, limit ?? -1);
    return this.byIds(sorted.map((row) => int(row['id'])));
  }
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
