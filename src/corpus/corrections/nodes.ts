import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { CorrectionProblem, FileSpan } from './model';

/** Entries of one file that count; a corpus has a few hundred corrections. */
const mostEntries = 20_000;

/** Reads values out of a parsed file and keeps what is wrong with them. Aliases are never followed, so nothing can grow. */
export class NodeReader {
  readonly problems: CorrectionProblem[] = [];
  #entries = 0;

  constructor(private readonly length: number) {}

  spanOf(node: unknown, fallback?: FileSpan): FileSpan {
    const range = isNode(node) ? node.range : undefined;
    if (!range) return fallback ?? { start: 0, end: Math.min(1, this.length) };
    // A node's value ends before the white space that belongs to it; an empty one is shown by a character.
    return { start: Math.min(range[0], this.length), end: Math.min(Math.max(range[1], range[0] + 1), Math.max(this.length, range[0])) };
  }

  problem(severity: CorrectionProblem['severity'], message: string, node: unknown, fallback?: FileSpan): void {
    this.problems.push({ severity, message, span: this.spanOf(node, fallback) });
  }

  /** The entries of a mapping by key; empty, with a problem, for anything else. `shape` tells what is expected: `a list of names`. */
  entries(node: unknown, shape: string, at?: FileSpan): { readonly key: string; readonly keyNode: unknown; readonly value: unknown; readonly span: FileSpan }[] {
    if (isNothing(node)) return [];
    if (!isMap(node)) {
      this.wrongShape(node, shape, at);
      return [];
    }
    return node.items.flatMap((pair: Pair) => {
      const key = isScalar(pair.key) ? scalarText(pair.key) : undefined;
      if (key === undefined) {
        this.problem('error', `A key is a word or a text here; expected is ${shape}.`, pair.key, at);
        return [];
      }
      return this.#counts(pair.key) ? [{ key, keyNode: pair.key, value: pair.value, span: this.spanOf(pair.key, at) }] : [];
    });
  }

  /** The items of a list; empty, with a problem, for anything else. */
  items(node: unknown, shape: string, at?: FileSpan): unknown[] {
    if (isNothing(node)) return [];
    if (!isSeq(node)) {
      this.wrongShape(node, shape, at);
      return [];
    }
    return node.items.filter((item) => this.#counts(item));
  }

  /** The text of a scalar, trimmed; undefined, with a problem, for anything else. */
  text(node: unknown, shape: string, at?: FileSpan): string | undefined {
    const text = isScalar(node) ? scalarText(node)?.trim() : undefined;
    if (text) return text;
    this.wrongShape(node, shape, at);
    return undefined;
  }

  wrongShape(node: unknown, shape: string, at?: FileSpan): void {
    if (isAlias(node)) this.problem('error', `An alias (*${node.source.slice(0, 40)}) is not followed here; write out ${shape}.`, node, at);
    else this.problem('error', `${isNothing(node) ? 'Something is missing' : 'This cannot be used'} here: expected is ${shape}.`, node, at);
  }

  #counts(node: unknown): boolean {
    if (++this.#entries === mostEntries + 1) this.problem('error', `The file has more than ${mostEntries.toLocaleString('en')} entries; from here on they are passed over.`, node);
    return this.#entries <= mostEntries;
  }
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === undefined || node.value === ''));
}

/** A scalar as it is written: `1999` and `No` are texts where a name is expected. */
function scalarText(node: { readonly value: unknown; readonly source?: string }): string | undefined {
  if (typeof node.value === 'string') return node.value;
  return node.source === undefined || node.source === '' ? undefined : node.source;
}
