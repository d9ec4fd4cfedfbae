import type { NameKind } from '../../../language/types';
import { FormUse, intactParts, oneSlipApart, SHORTEST_SLIP } from '../../linking';
import { foldName } from '../../fold';
import type { NameChoice, NameId, NameRecord, Page } from '../store';
import { bytes, int, str, type Database, type Row } from './database';
import { reversed } from './nameLedger';
import { unpackNames } from './packedArticle';

/** Aliases and roles shown of a name: the most frequent. */
const SHOWN_FORMS = 12;
/** Forms that a prefix may match before names are walked by frequency instead. */
const MANY_FORMS = 3_000;
/** Articles, the most telling ones, from which a name's company is counted. */
const COMPANY_ARTICLES = 200;

/** Names of the corpus, read. */
export class Names {
  constructor(private readonly database: Database) {}

  byId(id: NameId): NameRecord | undefined {
    return this.byIds([id])[0];
  }

  /** In the order of the ids; unknown ones are left out. Two queries however many. */
  byIds(ids: readonly NameId[]): NameRecord[] {
    if (ids.length === 0) return [];
    const wanted = JSON.stringify(ids);
    const names = new Map(
      this.database
        .all('SELECT id, key, mentions, articles FROM (SELECT value FROM json_each(?)) AS wanted JOIN name ON name.id = wanted.value', wanted)
        .map((row) => [int(row['id']), row]),
    );
    const forms = new Map<number, Row[]>();
    const rows = this.database.all(
      `SELECT name, use, text, folded FROM (
         SELECT form.name, form.use, form.text, form.folded,
                row_number() OVER (PARTITION BY form.name, form.use ORDER BY form.articles DESC, form.text) AS place
         FROM (SELECT value FROM json_each(?)) AS wanted JOIN form ON form.name = wanted.value WHERE form.use <> ${FormUse.implied})
       WHERE place <= ${SHOWN_FORMS} ORDER BY place`,
      wanted,
    );
    for (const row of rows) {
      const list = forms.get(int(row['name']));
      if (list) list.push(row);
      else forms.set(int(row['name']), [row]);
    }
    return ids.flatMap((id) => {
      const name = names.get(id);
      return name ? [recordOf(name, forms.get(id) ?? [])] : [];
    });
  }

  byForm(form: string): NameRecord[] {
    return this.#ranked(this.database.all('SELECT DISTINCT name FROM form WHERE folded = ? AND use < 3', foldName(form)));
  }

  byPrefix(prefix: string, limit: number): NameRecord[] {
    const from = foldName(prefix);
    if (from === '' || limit <= 0) return [];
    const to = `${from}\u{10ffff}`;
    const rows = this.database.all(`SELECT DISTINCT name FROM form WHERE folded >= ? AND folded < ? AND use < 3 LIMIT ${MANY_FORMS}`, from, to);
    if (rows.length < MANY_FORMS) return this.#ranked(rows, limit);
    return this.byIds(
      this.database
        .all(
          `SELECT id FROM name WHERE EXISTS (
             SELECT 1 FROM form WHERE form.name = name.id AND form.use < 3 AND form.folded >= ? AND form.folded < ?)
           ORDER BY mentions DESC, key LIMIT ?`,
          from, to, limit,
        )
        .map((row) => int(row['id'])),
    );
  }

  bySlip(form: string, limit: number): NameRecord[] {
    const wanted = foldName(form);
    if (wanted.length < SHORTEST_SLIP || limit <= 0) return [];
    const { head, tail } = intactParts(wanted.length);
    const start = wanted.slice(0, head);
    const end = reversed(wanted).slice(0, tail);
    const candidates = this.database.all(
      `SELECT name, folded FROM form WHERE use < 3 AND folded >= ? AND folded < ? AND length(folded) BETWEEN ? AND ?
       UNION SELECT name, folded FROM form WHERE use < 3 AND reversed >= ? AND reversed < ? AND length(reversed) BETWEEN ? AND ?`,
      start, `${start}\u{10ffff}`, wanted.length - 1, wanted.length + 1,
      end, `${end}\u{10ffff}`, wanted.length - 1, wanted.length + 1,
    );
    return this.#ranked(candidates.filter((row) => oneSlipApart(wanted, str(row['folded']))), limit);
  }

  page(page: Page, { kind, order }: NameChoice = {}): NameRecord[] {
    const [condition, values] = kind === undefined ? ['', []] : ['WHERE key >= ? AND key < ?', keysOf(kind)];
    const sorted = order === 'alphabet' ? 'substr(key, instr(key, \' \'))' : 'mentions DESC, key';
    const rows = this.database.all(`SELECT id FROM name ${condition} ORDER BY ${sorted} LIMIT ? OFFSET ?`, ...values, page.limit, page.offset);
    return this.byIds(rows.map((row) => int(row['id'])));
  }

  count(kind: NameKind): number {
    return int(this.database.get('SELECT count(*) AS n FROM name WHERE key >= ? AND key < ?', ...keysOf(kind))?.['n']);
  }

  /** Counted over the most telling articles of the name. */
  company(id: NameId, limit: number): NameRecord[] {
    const articles = this.database.all(
      `SELECT article.names FROM (SELECT article FROM bearer WHERE name = ? ORDER BY rank LIMIT ${COMPANY_ARTICLES}) AS told
       JOIN article ON article.id = told.article`,
      id,
    );
    const counts = new Map<number, number>();
    for (const row of articles) {
      const names = unpackNames(bytes(row['names']));
      const own = new Set(names.find((name) => name.id === id)?.sentences);
      for (const name of names) {
        const shared = name.id === id ? 0 : name.sentences.filter((sentence) => own.has(sentence)).length;
        if (shared > 0) counts.set(name.id, (counts.get(name.id) ?? 0) + shared);
      }
    }
    const wanted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, Math.max(limit * 2, limit + 50));
    return this.byIds(wanted.map(([other]) => other))
      .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || byFrequency(a, b))
      .slice(0, limit);
  }

  /** Names of rows, most mentions first, then by key. */
  #ranked(rows: readonly Row[], limit?: number): NameRecord[] {
    const ids = JSON.stringify(rows.map((row) => int(row['name'])));
    const sorted = this.database.all(
      'SELECT id FROM name WHERE id IN (SELECT value FROM json_each(?)) ORDER BY mentions DESC, key LIMIT ?', ids, limit ?? -1,
    );
    return this.byIds(sorted.map((row) => int(row['id'])));
  }
}

/** Bounds of the keys of a kind: they begin with its name and a space. */
function keysOf(kind: NameKind): [string, string] {
  return [`${kind} `, `${kind}!`];
}

function recordOf(name: Row, forms: readonly Row[]): NameRecord {
  const key = str(name['key']);
  const texts = (use: FormUse): string[] => forms.filter((form) => int(form['use']) === use).map((form) => str(form['text']));
  const [canonical, ...spellings] = texts(FormUse.canonical);
  return {
    id: int(name['id']),
    canonical: canonical ?? key.slice(key.indexOf(' ') + 1),
    kind: key.slice(0, key.indexOf(' ')) as NameKind,
    aliases: [...texts(FormUse.alias), ...spellings],
    roles: texts(FormUse.role),
    mentions: int(name['mentions']),
    articles: int(name['articles']),
  };
}

function byFrequency(a: NameRecord, b: NameRecord): number {
  return b.mentions - a.mentions || (a.canonical < b.canonical ? -1 : a.canonical > b.canonical ? 1 : 0);
}
