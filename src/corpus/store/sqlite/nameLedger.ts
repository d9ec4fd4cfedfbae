import type { NameForm } from '../../linking';
import { int, type Database } from './database';

interface Change { mentions: number; articles: number }

/**
 * Counts of names and forms while one transaction runs: changes are gathered and written once at its end, so that a
 * name in a thousand articles costs one write, and a file that is put in place of itself leaves its names standing.
 */
export class NameLedger {
  readonly #ids = new Map<string, number>();
  readonly #names = new Map<number, Change>();
  readonly #forms = new Map<number, number>();
  readonly #formIds = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** The id in the corpus of a name by its key, made if need be. */
  idOf(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      const row = this.database.get('SELECT id FROM name WHERE key = ?', key);
      id = row ? int(row['id']) : this.database.run('INSERT INTO name (key, mentions, articles) VALUES (?, 0, 0)', key);
      this.#ids.set(key, id);
      if (!row) this.count(id, 0, 0);
    }
    return id;
  }

  /** Ids of the forms an article gives a name. */
  formsOf(id: number, forms: readonly NameForm[]): number[] {
    return forms.map(({ use, text, folded }) => {
      const key = `${id} ${use} ${text}`;
      let form = this.#formIds.get(key);
      if (form === undefined) {
        const row = this.database.get('SELECT id FROM form WHERE name = ? AND use = ? AND text = ?', id, use, text);
        form = row
          ? int(row['id'])
          : this.database.run(
              'INSERT INTO form (name, use, text, folded, reversed, articles) VALUES (?, ?, ?, ?, ?, 0)',
              id, use, text, folded, reversed(folded),
            );
        this.#formIds.set(key, form);
        if (!row) this.countForm(form, 0);
      }
      return form;
    });
  }

  /** An article with so many mentions of a name came (`articles` 1) or went (-1). */
  count(id: number, mentions: number, articles: number): void {
    const change = this.#names.get(id);
    if (change) {
      change.mentions += mentions;
      change.articles += articles;
    } else {
      this.#names.set(id, { mentions, articles });
    }
  }

  countForm(form: number, articles: number): void {
    this.#forms.set(form, (this.#forms.get(form) ?? 0) + articles);
  }

  /** Writes what was gathered. Names and forms that no article carries any longer go. */
  async flush(pause: () => Promise<void>): Promise<{ readonly names: number }> {
    let names = 0;
    for (const [id, change] of this.#names) {
      const left = this.database.get(
        'UPDATE name SET mentions = mentions + ?, articles = articles + ? WHERE id = ? RETURNING articles, articles - ? AS had',
        change.mentions, change.articles, id, change.articles,
      );
      const now = int(left?.['articles']);
      if (now > 0 && int(left?.['had']) <= 0) names++;
      if (now <= 0) {
        this.database.run('DELETE FROM name WHERE id = ?', id);
        if (int(left?.['had']) > 0) names--;
      }
      await pause();
    }
    for (const [id, articles] of this.#forms) {
      const left = this.database.get('UPDATE form SET articles = articles + ? WHERE id = ? RETURNING articles', articles, id);
      if (int(left?.['articles']) <= 0) this.database.run('DELETE FROM form WHERE id = ?', id);
      await pause();
    }
    return { names };
  }
}

/** A text from its end to its beginning, by code units: for looking forms up by their ending. */
export function reversed(text: string): string {
  return text.split('').reverse().join('');
}
