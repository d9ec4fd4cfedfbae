import { isSeq } from 'yaml';
import type { NameKind } from '../../language/types';
import type { Corrections, FileSpan, NameReference, NameSplit, PathReference, Rename } from './model';
import type { NodeReader } from './nodes';
import { cleanPath } from './parseArticles';

type NameCorrections = Pick<Corrections, 'same' | 'renames' | 'splits' | 'noNames'>;

const keys = 'same, rename, split and no-name';

/** Reads the section `names`. */
export function readNames(reader: NodeReader, node: unknown, at: FileSpan): NameCorrections {
  let same: Corrections['same'] = [], renames: readonly Rename[] = [], splits: readonly NameSplit[] = [], noNames: readonly NameReference[] = [];
  for (const { key, keyNode, value, span } of reader.entries(node, `a mapping with ${keys}`, at)) {
    if (key === 'same') same = readSame(reader, value, span);
    else if (key === 'rename') renames = readRenames(reader, value, span);
    else if (key === 'split') splits = readSplits(reader, value, span);
    else if (key === 'no-name') noNames = readList(reader, value, 'a list of words that are no names', span);
    else reader.problem('warning', `“${key.slice(0, 60)}” is no correction of names: there are ${keys}. It is passed over.`, keyNode);
  }
  return { same, renames, splits, noNames };
}

function readSame(reader: NodeReader, node: unknown, at: FileSpan): NameReference[][] {
  return reader.items(node, 'a list of lists, each of names that are one', at).flatMap((item) => {
    if (!isSeq(item)) {
      reader.wrongShape(item, 'a list of names that are one, such as [Jane Doe, J. Doe]', at);
      return [];
    }
    const names = readList(reader, item, 'a list of names that are one', at);
    if (names.length === 1) reader.problem('warning', 'A single name is one already: add the other name, or remove the line.', item, at);
    return names.length > 1 ? [names] : [];
  });
}

function readRenames(reader: NodeReader, node: unknown, at: FileSpan): Rename[] {
  return reader.entries(node, 'a name and, after a colon, the form to show', at).flatMap(({ key, value, span }) => {
    const to = reader.text(value, 'the form to show', span);
    return to === undefined ? [] : [{ from: nameOf(key, span), to: oneLine(to) }];
  });
}

function readSplits(reader: NodeReader, node: unknown, at: FileSpan): NameSplit[] {
  return reader.entries(node, 'a name and below it those that it stands for', at).flatMap(({ key, value, span }) => {
    const into = reader.entries(value, 'a name and, after a colon, the articles in which it is meant', span).flatMap((bearer) => {
      const articles = readPaths(reader, bearer.value, bearer.span);
      return articles.length > 0 ? [{ bearer: nameOf(bearer.key, bearer.span), articles }] : [];
    });
    return into.length > 0 ? [{ of: nameOf(key, span), into }] : [];
  });
}

function readPaths(reader: NodeReader, node: unknown, at: FileSpan): PathReference[] {
  const shape = 'an article’s path, or a list of paths';
  return (isSeq(node) ? reader.items(node, shape, at) : [node]).flatMap((item) => {
    const path = reader.text(item, shape, at);
    return path === undefined ? [] : [{ path: cleanPath(path), span: reader.spanOf(item, at) }];
  });
}

function readList(reader: NodeReader, node: unknown, shape: string, at: FileSpan): NameReference[] {
  return reader.items(node, shape, at).flatMap((item) => {
    const name = reader.text(item, 'a name', at);
    return name === undefined ? [] : [nameOf(name, reader.spanOf(item, at))];
  });
}

/** A name with its kind in brackets where that matters: `Washington (place)`. */
function nameOf(written: string, span: FileSpan): NameReference {
  const line = oneLine(written), kind = / ?\((person|organisation|place)\)$/.exec(line);
  return kind?.index ? { name: line.slice(0, kind.index), kind: kind[1] as NameKind, span } : { name: line, span };
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 300);
}
