import type { FileStamp } from '../store/store';
import { type NotedFile, PackedFiles } from './packedFiles';

/** Changes of a block that wait to be packed, and files of a block from which on it is divided: packing one takes a fraction of a millisecond. */
const FRESH = 128, MOST = 1_024;

/** Some files of a directory, neighbours by name: packed, and what has changed since; undefined for what is gone. */
class Block {
  readonly fresh = new Map<string, NotedFile | undefined>();

  constructor(readonly packed: PackedFiles = PackedFiles.none) {}

  /** Itself packed, in several where there are too many; none where there is nothing. */
  repacked(): Block[] {
    const packed = this.fresh.size === 0 ? this.packed : this.packed.with(this.fresh), { length } = packed, parts = Math.ceil(length / MOST);
    if (parts === 1) return [new Block(packed)];
    return Array.from({ length: parts }, (_, part) => new Block(packed.part(Math.round((part * length) / parts), Math.round(((part + 1) * length) / parts))));
  }
}

/** Files of one directory by name. However many there are, a change moves some hundreds at the most. */
export class KnownDirectory {
  /** Ascending; a file belongs to the last block whose first packed name does not stand behind its own, or to the first block. */
  #blocks: Block[] = [new Block()];

  get(name: string): FileStamp | undefined {
    const { packed, fresh } = this.#blocks[this.#place(name)]!;
    if (fresh.has(name)) return fresh.get(name)?.stamp;
    const index = packed.find(name);
    return index < 0 ? undefined : packed.stamp(index);
  }

  /** A file that is set has been met. */
  set(name: string, stamp: FileStamp): void {
    this.#change(name, { stamp, met: true });
  }

  delete(name: string): void {
    this.#change(name, undefined);
  }

  /** Notes that a file has been met, and gives its stamp; undefined when it is not known. */
  meet(name: string): FileStamp | undefined {
    const { packed, fresh } = this.#blocks[this.#place(name)]!, changed = fresh.get(name);
    if (changed) fresh.set(name, { ...changed, met: true });
    if (fresh.has(name)) return changed?.stamp;
    const index = packed.find(name);
    if (index < 0) return undefined;
    packed.meet(index);
    return packed.stamp(index);
  }

  /** Packs everything, block by block; no file has been met when it has come to its end. Nothing may be changed meanwhile. */
  *restart(): Generator<void> {
    const blocks: Block[] = [];
    for (const block of this.#blocks) {
      for (const each of block.repacked()) {
        each.packed.restart();
        blocks.push(each);
      }
      yield;
    }
    this.#blocks = blocks.length > 0 ? blocks : [new Block()];
  }

  get isEmpty(): boolean {
    return this.names().next().done === true;
  }

  *names(): Generator<string> {
    for (const { packed, fresh } of this.#blocks) {
      for (let i = 0; i < packed.length; i++) if (fresh.size === 0 || !fresh.has(packed.name(i))) yield packed.name(i);
      for (const [name, file] of fresh) if (file) yield name;
    }
  }

  /** Names of files that have not been met. */
  *unmet(): Generator<string> {
    for (const { packed, fresh } of this.#blocks) {
      for (let i = 0; i < packed.length; i++) if (!packed.isMet(i) && !fresh.has(packed.name(i))) yield packed.name(i);
      for (const [name, file] of fresh) if (file?.met === false) yield name;
    }
  }

  /** Names and hashes; of files whose hash is that of their bytes only where all are wanted. Whoever reads them may wait meanwhile; changes are seen or not. */
  *hashes(all: boolean): Generator<readonly [name: string, hash: string]> {
    for (const { packed, fresh } of [...this.#blocks]) {
      for (const i of all ? Array(packed.length).keys() : packed.unusual()) if (!fresh.has(packed.name(i))) yield [packed.name(i), packed.hash(i)];
      for (const [name, file] of fresh) if (file) yield [name, file.stamp.hash];
    }
  }

  #change(name: string, file: NotedFile | undefined): void {
    const place = this.#place(name), block = this.#blocks[place]!;
    block.fresh.set(name, file);
    if (block.fresh.size < FRESH) return;
    this.#blocks.splice(place, 1, ...block.repacked());
    if (this.#blocks.length === 0) this.#blocks.push(new Block());
  }

  #place(name: string): number {
    let low = 0, high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#blocks[middle]!.packed.order(name, 0) >= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
