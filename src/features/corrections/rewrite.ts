import { type Document, isMap, isScalar, isSeq, parseDocument, type Scalar, type ToStringOptions, YAMLMap, YAMLSeq } from 'yaml';
import { LineIndex } from '../../corpus/lines';
import { correctionsFile } from '../../corpus/corrections/model';
import { yamlOptions } from '../../corpus/corrections/parse';

/** What a correction makes of `attest.yml`: its whole text, or why it is left as it is, in words for the writer. */
export type Rewritten = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** What a file begins with that did not exist. */
const header = ` Corrections to what Attest finds in the articles of this folder.
 Written by its commands or by hand: an edit applies when the file is saved, and removing a line undoes it.

 articles:  outlet, date, title, author and url of an article, by its path
 names:     same (names that are one), rename, split (a name that is several), no-name
 events:    hide, same (events that are one)`;

/** The text that such a file begins with. */
export function beginning(): string {
  return `${header.split('\n').map((line) => (line === '' ? '' : `#${line}`)).join('\n')}\n\n`;
}

/** Thrown where the file has something else than is to be edited. */
class NotEditable extends Error {}

/**
 * Edits the text of an `attest.yml`; comments, order and what is not touched stay. A file with mistakes in its YAML is not edited.
 * @param text undefined when there is no file
 */
export function rewrite(text: string | undefined, edit: (file: EditedFile) => void): Rewritten {
  const original = text ?? '';
  try {
    const document = parseDocument(original, yamlOptions);
    const [mistake] = document.errors;
    if (mistake) {
      const line = new LineIndex(original).position(mistake.pos[0]).line + 1;
      return { ok: false, message: `${correctionsFile} has a mistake in line ${line} and is not changed. Mend it, then try again.` };
    }
    if (original.trim() === '') document.commentBefore = header;
    edit(new EditedFile(document));
    const written = document.toString(styleOf(original));
    return { ok: true, text: original.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written };
  } catch (error) {
    if (error instanceof NotEditable) return { ok: false, message: error.message };
    return { ok: false, message: `${correctionsFile} cannot be changed (${error instanceof Error ? error.message.slice(0, 120) : 'unknown reason'}). Open it and mend it.` };
  }
}

/** The mappings and lists of the file, made where they are missing. */
export class EditedFile {
  constructor(private readonly document: Document) {}

  /** The mapping below these keys. */
  map(...path: string[]): YAMLMap {
    let at: YAMLMap | undefined;
    for (const key of ['', ...path]) at = this.#step(at, key, YAMLMap);
    return at!;
  }

  /** The list below these keys; the last one names it. */
  list(...path: string[]): YAMLSeq {
    return this.#step(this.map(...path.slice(0, -1)), path.at(-1)!, YAMLSeq);
  }

  /** A list of texts on one line. */
  line(items: readonly string[]): YAMLSeq {
    const list = this.document.createNode(items) as YAMLSeq;
    list.flow = true;
    return list;
  }

  node(value: unknown): unknown {
    return this.document.createNode(value);
  }

  #step<T extends YAMLMap | YAMLSeq>(parent: YAMLMap | undefined, key: string, kind: new () => T): T {
    const found: unknown = parent ? parent.get(key, true) : this.document.contents;
    if (found instanceof kind) return found;
    if (found !== null && found !== undefined && !(isScalar(found) && found.value === null)) {
      throw new NotEditable(`${key === '' ? correctionsFile : `“${key}” in ${correctionsFile}`} is no ${kind.name === 'YAMLSeq' ? 'list' : 'mapping'}. Open it and mend it, then try again.`);
    }
    const made = new kind();
    // What was said of an empty place is said of what fills it.
    if (isScalar(found) && found.comment) made.commentBefore = found.comment;
    if (parent) {
      parent.set(key, made);
    } else {
      if (this.document.comment && !this.document.commentBefore) {
        this.document.commentBefore = this.document.comment;
        this.document.comment = null;
      }
      this.document.contents = made as never;
    }
    return made;
  }
}

/** The value of a key of a mapping, found by what the key says; the key may be written with quotation marks. */
export function findKey(map: YAMLMap, matches: (key: string) => boolean): { readonly key: string; readonly value: unknown } | undefined {
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? textOf(pair.key) : undefined;
    if (key !== undefined && matches(key)) return { key, value: pair.value };
  }
  return undefined;
}

/** Removes a key found as {@link findKey} does. */
export function dropKey(map: YAMLMap, matches: (key: string) => boolean): void {
  map.items = map.items.filter((pair) => !(isScalar(pair.key) && matches(textOf(pair.key) ?? '')));
}

/** The texts of a list; what is no text is passed over. */
export function textsOf(node: unknown): string[] {
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? (textOf(item) ?? []) : [])) : [];
}

/** A scalar as it is written. */
export function textOf(node: Scalar): string | undefined {
  return typeof node.value === 'string' ? node.value : node.source;
}

export { isMap, isSeq };

/** How the file is laid out, so that its other lines stay as they are as far as can be. */
function styleOf(text: string): ToStringOptions {
  const nested = /^(?:[^\s#-][^\n]*:|\S+:)[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s-]/m.exec(text);
  const list = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n( *)- /m.exec(text);
  return { lineWidth: 0, indent: Math.min(Math.max(nested?.[1]?.length ?? 2, 1), 8), indentSeq: !list || list[2]!.length > list[1]!.length, flowCollectionPadding: /[[{] \S/.test(text) };
}
