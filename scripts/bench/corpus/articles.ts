import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Articles } from '../engines/engine';

/** Every text and Markdown file below a folder, in the order of their paths. */
export function articlesIn(folder: string): Articles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name) && !name.split(path.sep).some((part) => part.startsWith('.')))
    .sort().map((name) => path.join(folder, name));
  return { folder, paths, read: (file) => readFileSync(file, 'utf8') };
}

/** Quotations in a text, by their marks; a headline that stands in front matter between marks is none. */
export function quotationsIn(text: string): string[] {
  return [...text.replace(/^---\n[^]*?\n---\n/, '').matchAll(/“([^“”]{12,600})”|"([^"\n]{12,600})"/g)].map((match) => match[1] ?? match[2]!);
}
