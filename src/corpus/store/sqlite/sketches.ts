import type { Sketch } from '../../merging/sketch';

/** Numbers that one piece holds, 1 MB; pieces that are kept, which is enough for a million articles. */
const PIECE = 2 ** 18, MOST_PIECES = 400;

interface Piece {
  readonly numbers: Int32Array;
  readonly ids: number[];
}

/** What articles look like to merging, many of them: their numbers stand one after the other in large pieces, and the piece that was filled first goes first. */
export class Sketches {
  /** Where the sketch of an article begins: pieces that came before its own, times {@link PIECE}, and the place in its own. */
  readonly #places = new Map<number, number>();
  #pieces: Piece[] = [];
  #gone = 0;
  #end = PIECE;

  constructor(private readonly most = MOST_PIECES) {}

  /** A view, not to be changed; undefined when it is not kept. */
  get(id: number): Sketch | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    const { numbers } = this.#pieces[Math.floor(place / PIECE) - this.#gone]!, at = place % PIECE;
    return numbers.subarray(at + 1, at + 1 + numbers[at]!);
  }

  /** Takes a copy. */
  set(id: number, sketch: Sketch): void {
    const size = sketch.length + 1;
    if (this.#end + size > PIECE) this.#begin(size);
    const piece = this.#pieces.at(-1)!;
    piece.numbers[this.#end] = sketch.length;
    piece.numbers.set(sketch, this.#end + 1);
    piece.ids.push(id);
    this.#places.set(id, (this.#gone + this.#pieces.length - 1) * PIECE + this.#end);
    this.#end += size;
  }

  delete(id: number): void {
    this.#places.delete(id);
  }

  clear(): void {
    this.#places.clear();
    this.#pieces = [];
    this.#gone = 0;
    this.#end = PIECE;
  }

  /** A sketch that is larger than a piece gets one of its size. */
  #begin(size: number): void {
    if (this.#pieces.length >= this.most) {
      const first = this.#pieces.shift()!, end = ++this.#gone * PIECE;
      for (const id of first.ids) if (this.#places.get(id)! < end) this.#places.delete(id);
    }
    this.#pieces.push({ numbers: new Int32Array(Math.max(PIECE, size)), ids: [] });
    this.#end = 0;
  }
}
