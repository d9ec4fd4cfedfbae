import { t } from '@vscode/l10n';
import { inLanguage } from '../../features/phrases';
import path from 'node:path';
import { decodeText } from '../../article/decode';
import { citedKeys } from '../../draft/citedKeys';
import { cslDataIn } from '../../features/citations/cslData';
import { notationOf } from '../../features/citations/escape';
import { formatReferences, styleNames, styleOf } from '../../features/citations/references';
import { nodeFileSystem } from '../../platform/nodeFileSystem';
import { bibliographyOf } from '../bibliography';
import { draftAt, type ServerContext } from '../context';
import { toPath } from '../convert';
import type { BibliographyInsertion, BibliographyParams } from '../protocol';

/** References to the works that a draft cites, formatted by its style, and the keys that its bibliography lacks. */
export async function onBibliography(context: ServerContext, { uri, position, style }: BibliographyParams): Promise<BibliographyInsertion> {
  const nothing = (warning: string, unknown: readonly string[] = []): BibliographyInsertion => ({ text: '', range: { start: position, end: position }, unknown, warning });
  const place = draftAt(context, uri, position);
  if (!place) return nothing(t('this document is no draft.'));
  const { document, draft, offset } = place;
  const settings = await context.settings(uri), bibliography = await bibliographyOf(context, document, settings);
  if (!bibliography) return nothing(t('save the draft first: a bibliography stands beside it.'));
  const keys = citedKeys(draft);
  if (keys.length === 0) return nothing(t('the draft cites no work by a key.'));
  const known = cslDataIn(bibliography.text ?? ''), unknown = keys.filter((key) => !known.has(key));
  const works = keys.map((key) => known.get(key)).filter((work) => work !== undefined);
  if (works.length === 0) return nothing(t('{0} has none of the works that the draft cites.', path.basename(bibliography.file)), unknown);
  const name = style ?? settings.bibliographyStyle, csl = await readStyle(name, path.dirname(toPath(uri)));
  if (csl === undefined) return nothing(t('there is no style {0}. Choose {1} or a .csl file.', name, styleNames.join(', ')), unknown);
  const references = await formatReferences(works, csl, notationOf(document.languageId), name);
  if (!references.ok) return nothing(inLanguage(references.message, t), unknown);
  const at = document.positionAt(offset), lineBreak = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const text = paragraphs(references.entries, draft.text, offset).replaceAll('\n', lineBreak);
  return { text, range: { start: at, end: at }, unknown };
}

/** Text of a style that comes with Attest or stands in a `.csl` file; undefined when there is none. */
async function readStyle(name: string, folder: string): Promise<string | undefined> {
  const own = styleNames.find((one) => one === name);
  if (own) return styleOf(own);
  if (!/\.csl$/i.test(name)) return undefined;
  return nodeFileSystem.readFile(path.resolve(folder, name)).then((bytes) => decodeText(bytes)?.text, () => undefined);
}

/** The entries with a blank line between them, and one between them and what the draft has there. */
function paragraphs(entries: readonly string[], draft: string, offset: number): string {
  const missing = (space: string): string => '\n'.repeat(Math.max(0, 2 - (space.match(/\n/g)?.length ?? 0)));
  const before = draft.slice(0, offset), after = draft.slice(offset);
  const above = before.trim() === '' ? '' : missing(before.slice(before.trimEnd().length));
  const below = after.trim() === '' ? (after.includes('\n') ? '' : '\n') : missing(after.slice(0, after.length - after.trimStart().length));
  return above + entries.join('\n\n') + below;
}
