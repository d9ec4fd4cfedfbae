import { foldName } from '../../fold';
import { FormUse, SHORTEST_SLIP } from '../../linking';
import type { UsedForm } from './articleData';
import { bytes, int, str, type Database } from './database';
import { levelOf, NAME_KINDS, packForms, slotOf, tailOf, unpackForms, type CountedForm } from './nameForms';
import type { Totals } from './totals';

/** A name of the corpus while it is being written. */
interface NameState {
  readonly id: number;
  readonly kind: number;
  readonly folded: string;
  mentions: number;
  articles: number;
  /** Whether the table has it. */
  stored: boolean;
  /** By use and text. */
  readonly forms: Map<string, CountedForm>;
}

interface Change {
  readonly name: NameState;
  readonly form: UsedForm;
}

/** Names kept ready between transactions; in memory some hundred bytes each. */
const MOST_KEPT = 8_000;

/** Names that the last transaction left; dropped when another window has written since. */
export class NameCache {
  readonly byKey = new Map<string, NameState>();
  readonly byId = new Map<number, NameState>();
  #state = '';

  /** @param state differs after every transaction */
  begin(state: string): void {
    if (state !== this.#state) this.#clear();
    this.#state = '';
  }

  end(state: string): void {
    this.#state = state;
    if (this.byKey.size <= MOST_KEPT) return;
    for (const [key, { id, articles }] of this.byKey) {
      if (this.byKey.size <= MOST_KEPT / 2) break;
      // Names of many articles come again soon.
      if (articles > 16 && this.byKey.size < MOST_KEPT * 2) continue;
      this.byKey.delete(key);
      this.byId.delete(id);
    }
  }

  #clear(): void {
    this.byKey.clear();
    this.byId.clear();
  }
}

/**
 * Names of the corpus while one transaction runs: counts are gathered, so that a name is written once, however many articles carry it,
 * and a file that is put in place of itself leaves its names standing.
 */
export class NameLedger {
  readonly #changed = new Set<NameState>();
  /** Forms that names have gained and lost, to be written in their order. */
  readonly #gained: Change[] = [];
  readonly #lost: Change[] = [];

  constructor(private readonly database: Database, private readonly totals: Totals, private readonly cache: NameCache) {
    cache.begin(totals.state);
  }

  /** The id in the corpus of a name by its key, made if need be, which an article with so many mentions and these forms (a digit for the use, then the text) carries. */
  add(key: string, mentions: number, forms: readonly string[]): number {
    const name = this.#byKey(key);
    this.#count(name, mentions, 1);
    for (const form of forms) {
      const known = name.forms.get(form);
      const use = Number(form[0]) as FormUse, text = form.slice(1);
      if (!known) this.#gained.push({ name, form: { use, text } });
      name.forms.set(form, { use, text, articles: (known?.articles ?? 0) + 1 });
    }
    return name.id;
  }

  /** An article that carried a name is gone. */
  remove(id: number, mentions: number, forms: readonly UsedForm[]): void {
    const name = this.#byId(id);
    if (!name) return;
    this.#count(name, -mentions, -1);
    for (const { use, text } of forms) {
      const key = `${use}${text}`, left = (name.forms.get(key)?.articles ?? 0) - 1;
      if (left > 0) name.forms.set(key, { use, text, articles: left });
      else if (name.forms.delete(key)) this.#lost.push({ name, form: { use, text } });
    }
  }

  /** Writes what was gathered. Names and forms that no article carries any longer go. */
  async flush(pause: () => Promise<void>): Promise<void> {
    for (const { name, form } of this.#lost) this.#lose(name, form);
    for (const name of [...this.#changed].sort((a, b) => a.id - b.id)) {
      this.#write(name);
      await pause();
    }
    let last = '';
    for (const { folded, slot, id } of this.#rowsGained()) {
      this.database.run('INSERT OR IGNORE INTO form (folded, slot, name) VALUES (?, ?, ?)', folded, slot, id);
      if (folded !== last && folded.length >= SHORTEST_SLIP - 1) this.database.run('INSERT OR IGNORE INTO formTail (tail, folded) VALUES (?, ?)', tailOf(folded), folded);
      last = folded;
      await pause();
    }
  }

  /** Rows of the forms that names have gained and still have, sorted, so that they go into the table beside each other. */
  #rowsGained(): { readonly folded: string; readonly slot: number; readonly id: number }[] {
    const rows = this.#gained.flatMap(({ name, form: { use, text } }) => {
      const slot = slotOf(use, name.kind);
      return slot === undefined || !name.forms.has(`${use}${text}`) ? [] : [{ folded: use === FormUse.canonical ? name.folded : foldName(text), slot, id: name.id }];
    });
    return rows.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.slot - b.slot));
  }

  #count(name: NameState, mentions: number, articles: number): void {
    name.mentions += mentions;
    name.articles += articles;
    this.#changed.add(name);
  }

  /** Takes a form out of the tables, unless the name has another spelling of it by the end of the transaction. */
  #lose(name: NameState, { use, text }: UsedForm): void {
    const slot = slotOf(use, name.kind);
    if (slot === undefined) return;
    const folded = foldName(text);
    if ([...name.forms.values()].some((form) => slotOf(form.use, name.kind) === slot && foldName(form.text) === folded)) return;
    this.database.run('DELETE FROM form WHERE folded = ? AND slot = ? AND name = ?', folded, slot, name.id);
    if (!this.database.get('SELECT 1 AS found FROM form WHERE folded = ? LIMIT 1', folded)) this.database.run('DELETE FROM formTail WHERE tail = ? AND folded = ?', tailOf(folded), folded);
  }

  #write(name: NameState): void {
    const { id, kind, folded, mentions, articles, forms, stored } = name;
    const total = `names ${NAME_KINDS[kind] ?? ''}` as const;
    if (articles <= 0) {
      this.cache.byKey.delete(`${NAME_KINDS[kind] ?? ''} ${folded}`);
      this.cache.byId.delete(id);
      if (!stored) return;
      this.database.run('DELETE FROM name WHERE id = ?', id);
      this.totals.add('names', -1);
      this.totals.add(total, -1);
    } else if (stored) {
      this.database.run('UPDATE name SET level = ?, mentions = ?, articles = ?, forms = ? WHERE id = ?', levelOf(mentions), mentions, articles, packForms(forms.values()), id);
    } else {
      this.database.run('INSERT INTO name (id, kind, folded, level, mentions, articles, forms) VALUES (?, ?, ?, ?, ?, ?, ?)', id, kind, folded, levelOf(mentions), mentions, articles, packForms(forms.values()));
      name.stored = true;
      this.totals.add('names', 1);
      this.totals.add(total, 1);
    }
  }

  #byKey(key: string): NameState {
    const known = this.cache.byKey.get(key);
    if (known) return known;
    const space = key.indexOf(' '), kind = (NAME_KINDS as readonly string[]).indexOf(key.slice(0, space)), folded = key.slice(space + 1);
    const row = this.database.get('SELECT name FROM form WHERE folded = ? AND slot = ?', folded, kind);
    return (row && this.#byId(int(row['name']))) ?? this.#keep({ id: this.totals.reserve('nextName', 1), kind, folded, mentions: 0, articles: 0, stored: false, forms: new Map() });
  }

  #byId(id: number): NameState | undefined {
    const known = this.cache.byId.get(id);
    if (known) return known;
    const row = this.database.get('SELECT kind, folded, mentions, articles, forms FROM name WHERE id = ?', id);
    return row && this.#keep({
      id, kind: int(row['kind']), folded: str(row['folded']), mentions: int(row['mentions']), articles: int(row['articles']), stored: true,
      forms: new Map(unpackForms(bytes(row['forms'])).map((form) => [`${form.use}${form.text}`, form])),
    });
  }

  #keep(name: NameState): NameState {
    this.cache.byId.set(name.id, name);
    this.cache.byKey.set(`${NAME_KINDS[name.kind] ?? ''} ${name.folded}`, name);
    return name;
  }
}
