import path from 'node:path';
import { t } from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeText } from '../article/decode';
import type { FileSystem } from '../corpus/ports';
import type { ArticleRecord } from '../corpus/store/store';
import { bibliographiesOf } from '../draft/frontMatter';
import type { CitedArticle } from '../features/citations/citedArticle';
import { isBibtex } from '../features/citations/bibliographyFile';
import { inLanguage } from '../features/phrases';
import { notationOf } from '../features/citations/escape';
import { type CitationForm, formatCitation, formIn } from '../features/citations/format';
import type { CitationMark } from '../features/insertQuote';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import type { ServerContext } from './context';
import { toPath, toUri } from './convert';
import type { ProtocolRange } from './protocol';
import type { Settings } from './settings';
import { warnWriter } from './log';
import { writeFile } from './writeFile';

/** A citation ready to be put into a draft; without a mark when none can be made, with the reason in `warning`. */
export interface PreparedCitation {
  readonly mark?: CitationMark;
  /** The key it is cited by; absent for forms without keys. */
  readonly key?: string;
  readonly draftEdits: readonly { readonly range: ProtocolRange; readonly text: string }[];
  /** The bibliography with the article in it; absent when it needs no change. */
  readonly bibliography?: { readonly uri: string; readonly text: string };
  readonly warning?: string;
}

const hasKeys = (form: CitationForm): boolean => form === 'pandoc' || form === 'latex' || form === 'typst';

/** The same settings with a form that has keys, whatever the form is elsewhere. */
export function keyed(settings: Settings): Settings {
  return hasKeys(settings.citationForm) ? settings : { ...settings, citationForm: 'pandoc' };
}

const slashes = (relative: string): string => relative.split(path.sep).join('/');

/** A draft's bibliography file. */
export interface DraftBibliography {
  /** Absolute path; its ending tells the format. */
  readonly file: string;
  /** Undefined when there is no such file yet. */
  readonly text: string | undefined;
}

/**
 * The bibliography of a draft: the one that it names itself, else that of the settings; undefined for a draft that was never
 * saved. LaTeX and Typst read no CSL-JSON: theirs is a `.bib` file.
 */
export async function bibliographyOf({ documents }: ServerContext, document: TextDocument, settings: Settings, fileSystem: FileSystem = nodeFileSystem): Promise<DraftBibliography | undefined> {
  if (!document.uri.startsWith('file:')) return undefined;
  const notation = notationOf(document.languageId), onlyBibtex = notation === 'latex' || notation === 'typst';
  const names = bibliographiesOf(document.getText(), document.languageId).map((name) => (notation === 'latex' && path.extname(name) === '' ? `${name}.bib` : name));
  const named = names.find((name) => isBibtex(name) || (!onlyBibtex && /\.json$/i.test(name)));
  const usual = onlyBibtex && !isBibtex(settings.bibliography) ? settings.bibliography.replace(/(?:\.[^./\\]*)?$/, '.bib') : settings.bibliography;
  const file = path.resolve(path.dirname(toPath(document.uri)), named ?? usual);
  const open = documents.get(toUri(file));
  return { file, text: open ? open.getText() : await fileSystem.readFile(file).then((bytes) => decodeText(bytes)?.text, () => undefined) };
}

/** Cites articles in one draft, in the form of its settings. Reads the bibliography once. */
export class Citer {
  private readonly prepared = new Map<string, PreparedCitation>();

  private constructor(
    private readonly document: TextDocument,
    private readonly settings: Settings,
    private readonly folder: string | undefined,
    private readonly file: string | undefined,
    private readonly text: string | undefined,
  ) {}

  static async of(context: ServerContext, document: TextDocument, settings: Settings, fileSystem: FileSystem = nodeFileSystem): Promise<Citer> {
    const bibliography = await bibliographyOf(context, document, settings, fileSystem);
    return new Citer(document, settings, bibliography && path.dirname(toPath(document.uri)), bibliography?.file, bibliography?.text);
  }

  /** One citation of these articles. */
  cite(...articles: readonly ArticleRecord[]): PreparedCitation {
    const key = articles.map(({ id }) => id).join(' ');
    let citation = this.prepared.get(key);
    if (!citation) this.prepared.set(key, (citation = this.prepare(articles)));
    return citation;
  }

  private prepare(records: readonly ArticleRecord[]): PreparedCitation {
    const { folder, file } = this;
    const articles = records.map(({ path: absolute, metadata, opening }): CitedArticle => ({ path: folder === undefined ? absolute : slashes(path.relative(folder, absolute)), metadata, opening }));
    // A draft that was never saved has no place that a bibliography could be relative to.
    const form = folder === undefined && hasKeys(formIn(notationOf(this.document.languageId), this.settings.citationForm)) ? 'inline' : this.settings.citationForm;
    const citation = formatCitation({
      form, languageId: this.document.languageId, articles, draft: this.document.getText(),
      bibliography: { text: this.text, name: file ?? this.settings.bibliography, articlePaths: records.map((record) => (file === undefined ? record.path : slashes(path.relative(path.dirname(file), record.path)))) },
    });
    if (!citation.ok) return { draftEdits: [], warning: inLanguage(citation.message, t) };
    const bibliography = citation.edits.findLast((edit) => edit.kind === 'bibliography');
    return {
      mark: { text: citation.text, spaced: citation.spaced },
      ...(citation.key === undefined ? {} : { key: citation.key }),
      draftEdits: citation.edits.filter((edit) => edit.kind === 'note').map(({ offset, text }) => {
        const at = this.document.positionAt(offset);
        return { range: { start: at, end: at }, text };
      }),
      ...(bibliography && file !== undefined ? { bibliography: { uri: toUri(file), text: bibliography.text } } : {}),
    };
  }
}

/** Adds an article to the bibliography of an open draft. Passes over what is gone; tells the writer what cannot be written. */
export async function addCitation(context: ServerContext, uri: string, articleId: number): Promise<void> {
  const document = context.documents.get(uri);
  const article = await context.session.store?.article(articleId);
  if (!document || !article) return;
  const citer = await Citer.of(context, document, keyed(await context.settings(uri)));
  const { bibliography, warning } = citer.cite(article);
  if (warning) warnWriter(context.connection, warning);
  if (bibliography) await writeFile(context, bibliography);
}
