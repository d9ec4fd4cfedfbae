import { isMap } from 'yaml';
import { webAddress } from '../../article/metadata';
import { statedDate } from '../../article/statedDate';
import type { ArticleCorrection, ArticleFields, FileSpan } from './model';
import type { NodeReader } from './nodes';

const shape = 'an article’s path with outlet, date, title, author or url below it';
/** The word for a date that is not known. */
export const unknownDate = 'unknown';

/** Reads the section `articles`: fields by path. */
export function readArticles(reader: NodeReader, node: unknown, at: FileSpan): ArticleCorrection[] {
  return reader.entries(node, shape, at).flatMap(({ key, keyNode, value, span }) => {
    const path = cleanPath(key);
    if (path === '') {
      reader.problem('error', 'An article is named by its path, relative to the folder of this file.', keyNode);
      return [];
    }
    if (!isMap(value)) {
      reader.wrongShape(value, 'outlet, date, title, author or url', span);
      return [];
    }
    const fields: { -readonly [K in keyof ArticleFields]: ArticleFields[K] } = {};
    let content: string | undefined;
    for (const entry of reader.entries(value, shape, span)) {
      if (!isField(entry.key)) {
        reader.problem('warning', `“${entry.key.slice(0, 60)}” is not known of an article: there are outlet, date, title, author, url and content. It is passed over.`, entry.keyNode);
        continue;
      }
      const text = reader.text(entry.value, `${entry.key === 'date' ? 'a date' : 'a text'} for ${entry.key}`, entry.span);
      if (text === undefined) continue;
      if (entry.key === 'content') content = readContent(reader, text, entry.value) ?? content;
      else if (entry.key === 'date') Object.assign(fields, readDate(reader, text, entry.value));
      else if (entry.key === 'url') Object.assign(fields, readUrl(reader, text, entry.value));
      else fields[entry.key] = text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 500);
    }
    return [{ path, fields, ...(content === undefined ? {} : { content }), span }];
  });
}

/** A path as the file has it, with `/` and without `./` in front; '' for none. */
export function cleanPath(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
}

function isField(key: string): key is keyof ArticleFields | 'content' {
  return key === 'outlet' || key === 'date' || key === 'title' || key === 'author' || key === 'url' || key === 'content';
}

function readDate(reader: NodeReader, text: string, node: unknown): Pick<ArticleFields, 'date'> {
  if (text.toLowerCase() === unknownDate) return { date: null };
  const date = statedDate(text);
  if ('value' in date) return { date: date.value };
  const reason = date.problem === 'ambiguous' ? 'Day and month of this date could be exchanged' : 'This date is not understood';
  reader.problem('error', `${reason}: write it as year-month-day, such as 2024-04-12, or unknown.`, node);
  return {};
}

function readUrl(reader: NodeReader, text: string, node: unknown): Pick<ArticleFields, 'url'> {
  const url = webAddress(text);
  if (url) return { url };
  reader.problem('error', 'This is no web address: it begins with http:// or https://.', node);
  return {};
}

function readContent(reader: NodeReader, text: string, node: unknown): string | undefined {
  if (/^[0-9a-f]{8,64}$/i.test(text)) return text.toLowerCase();
  reader.problem('error', 'This is no content mark: Attest writes one of 16 digits and letters a to f. Remove the line.', node);
  return undefined;
}
