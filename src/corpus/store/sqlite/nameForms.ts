import type { NameKind } from '../../../language/types';
import { hash48 } from '../../fold';
import { FormUse, intactParts } from '../../linking';
import { Packer, Unpacker } from './pack';

/** A form of a name of the corpus, with how many articles give it. */
export interface CountedForm {
  readonly use: FormUse;
  readonly text: string;
  readonly articles: number;
}

/** In the order of the numbers they are kept as, which is that of their letters. */
export const NAME_KINDS: readonly NameKind[] = ['organisation', 'person', 'place'];
/** Slot of forms that are not the full one; that of a full form is the number of its name's kind. */
export const OTHER_SLOT = 3;

/** The forms of a name as its row keeps them. */
export function packForms(forms: Iterable<CountedForm>): Uint8Array {
  const packer = new Packer(), parts: Uint8Array[] = [];
  let count = 0;
  for (const { use, text, articles } of forms) {
    const bytes = Buffer.from(text, 'utf8');
    packer.put(use).put(articles).put(bytes.length);
    parts.push(bytes);
    count++;
  }
  return new Uint8Array(Buffer.concat([new Packer().put(count).bytes(), packer.bytes(), ...parts]));
}

export function unpackForms(data: Uint8Array): CountedForm[] {
  const unpacker = new Unpacker(data), heads: { use: FormUse; articles: number; length: number }[] = [];
  for (let left = unpacker.take(); left > 0; left--) heads.push({ use: unpacker.take() as FormUse, articles: unpacker.take(), length: unpacker.take() });
  const texts = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let at = unpacker.position;
  return heads.map(({ use, articles, length }) => ({ use, articles, text: texts.toString('utf8', at, (at += length)) }));
}

/** Where a form is looked up; undefined for what is never looked up. */
export function slotOf(use: FormUse, kind: number): number | undefined {
  return use === FormUse.role ? undefined : use === FormUse.canonical ? kind : OTHER_SLOT;
}

/** A number that forms of one length share when they end alike: in the part that a slip in the other part leaves intact. */
export function tailOf(folded: string): number {
  const { tail } = intactParts(folded.length);
  return hash48(`${folded.length} ${folded.slice(folded.length - tail)}`) % 2 ** 31;
}

/** The numbers of those forms that one slip leads to from a form without touching its ending. */
export function tailsNear(folded: string): number[] {
  return [folded.length - 1, folded.length, folded.length + 1].map((length) => {
    const { tail } = intactParts(length);
    return hash48(`${length} ${folded.slice(Math.max(0, folded.length - tail))}`) % 2 ** 31;
  });
}

/** Grows with a name's mentions, by one where they double: rows are kept in its order, and seldom move. */
export function levelOf(mentions: number): number {
  return 32 - Math.clz32(mentions);
}
