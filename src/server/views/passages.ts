import { t } from '@vscode/l10n';
import type { ArticleRecord, EventSource, MentionRecord, QuotationRecord } from '../../corpus/store/store';
import { dateInWords } from '../../features/dateWords';
import { inLanguage } from '../../features/phrases';
import { nameSource } from '../../features/sourceLabel';
import { toLocation, toUri } from '../convert';
import type { Row } from '../protocol';
import { rowId } from './rowId';
import { joined, onOneLine, shortened, spokenOf } from './words';

/** An article as commands on a row get it. */
export function articleData(article: ArticleRecord): Readonly<Record<string, unknown>> {
  const { id, path, ordinal, metadata } = article;
  return { id, article: id, uri: toUri(path), path, ordinal, label: nameSource(article, t).label, title: metadata.title?.value ?? null, outlet: metadata.outlet?.value ?? null, published: metadata.published?.value ?? null };
}

/** Characters of a label, so that outlet and date beside it are seen. */
const LABEL = 44;

/** How rows name an article: as everything does, in few words. */
export function articleLabel(article: ArticleRecord): string {
  return shortened(nameSource(article, t).label, LABEL);
}

/** Headline, outlet and date of an article, for a tooltip. */
export function articleLines(article: ArticleRecord): string {
  const { headline, outlet, published } = nameSource(article, t);
  return [headline, joined(outlet ?? t('outlet unknown'), published)].filter(Boolean).join('\n');
}

/** A report of an event. `eventDate` is the date shown of the event: another one here is said. */
export function reportRow(parent: string, event: string, source: EventSource, eventDate: string | undefined): Row {
  const { passage, sentence, date } = source, { article } = passage, { published } = nameSource(article, t), label = articleLabel(article), text = onOneLine(sentence.text);
  const own = date && date.value !== eventDate ? t('says {0}', dateInWords(date.value, t)) : undefined;
  const undated = article.metadata.published === undefined;
  // Dated otherwise than by its own words: how is said.
  const how = date?.certainty === 'inferred' && date.reason ? `${dateInWords(date.value, t)} (${inLanguage(date.reason, t)})` : '';
  return {
    id: rowId(parent, 'report', `${article.id}.${passage.start}`), kind: `report article${undated ? ' undated' : ''}`,
    label, description: joined(published, own, text), tooltip: `${[articleLines(article), how].filter(Boolean).join('\n')}\n\n${text}`,
    icon: 'file-text', spoken: spokenOf(t('reported by {0}', label), published, own, text),
    location: toLocation(passage), item: { kind: 'event', id: event, article: article.id }, data: articleData(article),
  };
}

/** A passage that mentions a name. */
export function mentionRow(parent: string, { sentence, speaks }: MentionRecord): Row {
  const { article } = sentence, { published } = nameSource(article, t), label = articleLabel(article), text = onOneLine(sentence.text);
  return {
    id: rowId(parent, 'passage', `${article.path}#${article.ordinal}:${sentence.start}`), kind: 'passage article',
    label: shortened(text, LABEL * 2), description: joined(label, published), tooltip: `${articleLines(article)}\n\n${text}`,
    icon: speaks ? 'comment' : 'file-text', spoken: spokenOf(speaks ? t('passage beside own words') : t('passage'), text, label, published),
    location: toLocation(sentence), item: { kind: 'article', id: article.id }, data: articleData(article),
  };
}

/** A quotation, under its speaker or its article. */
export function quotationRow(parent: string, quotation: QuotationRecord, under: 'speaker' | 'article'): Row {
  const { passage, speaker, id } = quotation, { article } = passage, { published } = nameSource(article, t), label = articleLabel(article), words = `“${onOneLine(passage.text)}”`;
  const by = speaker?.canonical ?? t('speaker unknown'), origin = under === 'speaker' ? joined(label, published) : by;
  return {
    id: rowId(parent, 'quotation', `${article.path}#${article.ordinal}:${passage.start}`), kind: 'quotation article',
    label: shortened(words, LABEL * 2), description: origin, tooltip: `${words}\n${by}\n\n${articleLines(article)}`,
    icon: 'quote', spoken: spokenOf(t('quotation'), words, by, label, published),
    location: toLocation(passage), item: { kind: 'quotation', id }, data: { ...articleData(article), id, speaker: speaker?.canonical ?? null },
  };
}
