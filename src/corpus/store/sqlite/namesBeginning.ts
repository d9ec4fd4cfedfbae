import { foldName } from '../../fold';
import { FormUse } from '../../linking';
import { turn } from '../../turns';
import type { NameId } from '../store';
import { bytes, int, str, type Database } from './database';
import { unpackForms } from './nameForms';

/** Forms that a beginning may match before names are walked by their mentions instead, names that are walked at the most, and those that are read in one go. */
const MANY_FORMS = 3_000, WALKED = 30_000, STRETCH = 250;

/** Names that a beginning leads to: in no order, or, where there are too many, the most mentioned ones before others. */
export interface Beginning {
  readonly ids: readonly NameId[];
  readonly ordered: boolean;
}

/**
 * Names with a form, roles left out, that begins so. A few letters lead to more than can be put in order: then names are walked, the most mentioned ones first, a little at
 * a time, until so many are found.
 * @param from folded, not empty
 */
export async function namesBeginning(database: Database, from: string, limit: number): Promise<Beginning> {
  const ids = database.numbers(`SELECT DISTINCT name FROM form WHERE folded >= ? AND folded < ? LIMIT ${MANY_FORMS}`, from, `${from}\u{10ffff}`).map(([id]) => id!);
  if (ids.length < MANY_FORMS) return { ids, ordered: false };
  const walked = await walk(database, from, limit);
  return { ids: walked.length < limit ? [...new Set([...walked, ...ids])] : walked, ordered: true };
}

interface Found {
  readonly id: NameId;
  readonly mentions: number;
  readonly kind: number;
  readonly folded: string;
}

/** Level by level: names of one are in no order, and few but for the lowest ones. */
async function walk(database: Database, from: string, limit: number): Promise<NameId[]> {
  const ids: NameId[] = [], top = int(database.get('SELECT level FROM name ORDER BY level DESC LIMIT 1')?.['level']);
  for (let level = top, left = WALKED; level > 0 && ids.length < limit && left > 0; level--) {
    const found: Found[] = [];
    for (let last = -1, more = true; more && left > 0;) {
      await turn();
      const rows = database.all('SELECT id, mentions, kind, folded, forms FROM name WHERE level = ? AND id > ? ORDER BY id LIMIT ?', level, last, STRETCH);
      for (const row of rows) if (begins(str(row['folded']), bytes(row['forms']), from)) found.push({ id: int(row['id']), mentions: int(row['mentions']), kind: int(row['kind']), folded: str(row['folded']) });
      more = rows.length === STRETCH;
      last = int(rows.at(-1)?.['id']);
      left -= rows.length;
    }
    for (const { id } of found.sort(byMentions)) ids.push(id);
  }
  return ids;
}

function begins(folded: string, forms: Uint8Array, from: string): boolean {
  return folded.startsWith(from) || unpackForms(forms).some(({ use, text }) => use !== FormUse.role && foldName(text).startsWith(from));
}

function byMentions(a: Found, b: Found): number {
  return b.mentions - a.mentions || a.kind - b.kind || (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0);
}
