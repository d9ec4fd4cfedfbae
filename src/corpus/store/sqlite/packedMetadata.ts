import type { Metadata, MetadataBasis, Stated } from '../../../article/article';
import { Packer, Unpacker } from './pack';

const FIELDS = ['title', 'outlet', 'byline', 'published', 'url'] as const;
const BASES: readonly MetadataBasis[] = ['front matter', 'text', 'correction'];

/** What an article is known by. */
export interface KnownOf {
  readonly metadata: Metadata;
  /** How its text begins; empty where it has a title. */
  readonly opening: string;
}

/** What an article is known by as its row keeps it: by itself, since lists of articles read nothing else of them. */
export function packMetadata({ metadata, opening }: KnownOf): Uint8Array {
  const head = new Packer(), texts: Buffer[] = [];
  for (const field of FIELDS) {
    const stated = metadata[field];
    if (!stated) { head.put(0); continue; }
    const text = Buffer.from(stated.value, 'utf8');
    head.put(1 + BASES.indexOf(stated.basis)).put(text.length);
    texts.push(text);
  }
  return new Uint8Array(Buffer.concat([head.bytes(), ...texts, Buffer.from(opening, 'utf8')]));
}

export function unpackMetadata(data: Uint8Array): KnownOf {
  const head = new Unpacker(data), texts = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const stated = FIELDS.map((field) => {
    const basis = BASES[head.take() - 1];
    return basis && { field, basis, length: head.take() };
  });
  const metadata: Partial<Record<(typeof FIELDS)[number], Stated>> = {};
  let at = head.position;
  for (const each of stated) if (each) metadata[each.field] = { value: texts.toString('utf8', at, (at += each.length)), basis: each.basis };
  return { metadata, opening: texts.toString('utf8', at) };
}
