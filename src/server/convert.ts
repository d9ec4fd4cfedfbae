import { t } from '@vscode/l10n';
import { URI } from 'vscode-uri';
import { digits } from './digits';
import { fileName, nameSource } from '../features/sourceLabel';
import type { ArticleRecord, EventRecord, EventSource, MentionRecord, Passage, QuotationRecord } from '../corpus/store/store';
import { shortened } from '../features/oneLine';
import { inLanguage } from '../features/phrases';
import { dateInWords } from '../features/dateWords';
import { eventLine } from '../features/eventWords';
import type { DateCard } from '../features/citeDate';
import type { NameCandidate, NameCard } from '../features/citeName';
import { link, plain } from './markdown';
import { Command, type EventItem, type EventSourceItem, type NamePassage, type PassageLocation, type QuotationItem, type SourceLabel } from './protocol';

/** How links in hovers are made: a client command, or a file address for editors without it. */
export type LinkStyle = 'command' | 'file';

export const toUri = (path: string): string => URI.file(path).toString();
export const toPath = (uri: string): string => URI.parse(uri).fsPath;

export function toLocation(passage: Pick<Passage, 'article' | 'range'>): PassageLocation {
  return { uri: toUri(passage.article.path), range: passage.range };
}

export function toSourceLabel(article: ArticleRecord): SourceLabel {
  return { uri: toUri(article.path), ...nameSource(article, t) };
}

/** The address of a passage as a hover link. */
export function passageTarget(location: PassageLocation, style: LinkStyle): string {
  if (style === 'command') return `command:${Command.openPassage}?${encodeURIComponent(JSON.stringify([location]))}`;
  const { start, end } = location.range;
  return `${location.uri}#L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
}

const kindInWords = (kind: 'person' | 'organisation' | 'place'): string => (kind === 'person' ? t('person') : kind === 'organisation' ? t('organisation') : t('place'));
/** What a link to a passage does. */
export const openPassageHint = (): string => t('Open the article with this passage selected');
/** Characters of a passage; a hover that covers the page is in the way. */
const LONGEST_PASSAGE = 260, SHORTER_PASSAGE = 170;

/** Characters of a line in a list: names and quotations of an article may be of any length. */
const LONGEST_LINE = 600;
const line = (text: string): string => shortened(text, LONGEST_LINE);

const mentionsInWords = (mentions: number, articles: number): string => `${mentions === 1 ? t('1 mention') : t('{0} mentions', digits(mentions))} ${articles === 1 ? t('in 1 source') : t('in {0} sources', digits(articles))}`;

/** A sentence with the mention in bold, cut around the mention when it is long. */
function sentenceMarkdown({ mention, sentence }: MentionRecord, longest: number): string {
  let from = 0, to = sentence.text.length;
  const start = mention.start - sentence.start, end = mention.end - sentence.start;
  if (to > longest) {
    from = Math.max(0, Math.min(Math.floor(start - longest / 2), to - longest));
    to = Math.min(to, Math.max(from + longest, end));
    while (from > 0 && !/\s/.test(sentence.text[from - 1]!)) from++;
    while (to < sentence.text.length && to > end && !/\s/.test(sentence.text[to]!)) to--;
  }
  const before = plain(sentence.text.slice(from, Math.max(from, start))), after = plain(sentence.text.slice(end, Math.max(end, to)));
  return `${from > 0 ? '… ' : ''}${before}**${plain(mention.text).trim()}**${after}${to < sentence.text.length ? ' …' : ''}`;
}

const sourceMarkdown = (article: ArticleRecord): string => {
  const name = nameSource(article, t);
  return `${plain(name.label)}, ${plain(name.published)}`;
};

function candidateMarkdown({ name, role, passages }: NameCandidate, style: LinkStyle, longest: number): string {
  const lines = [`**${plain(name.canonical)}** — ${role ? `${plain(role)} · ` : ''}${kindInWords(name.kind)} · ${mentionsInWords(name.mentions, name.articles)}`];
  for (const passage of passages) {
    const { article } = passage.sentence, source = nameSource(article, t);
    const opener = link(`${source.label}, ${source.published}`, passageTarget(toLocation(passage.sentence), style), openPassageHint());
    lines.push(`${sentenceMarkdown(passage, longest)}  \n— ${opener}`);
  }
  return lines.join('\n\n');
}

/** The hover on a name. */
export function nameCardMarkdown(card: NameCard, style: LinkStyle): string {
  const parts = card.candidates.map((candidate) => candidateMarkdown(candidate, style, card.candidates.length > 1 ? SHORTER_PASSAGE : LONGEST_PASSAGE));
  if (card.candidates.length > 1) parts.unshift(t('“{0}” may be:', plain(card.phrase.text)));
  return parts.join('\n\n---\n\n');
}

/** The hover on a date: what happened. */
export function dateCardMarkdown({ events, more }: DateCard, style: LinkStyle): string {
  const lines = events.map(({ event, source }) => {
    const name = nameSource(source.passage.article, t);
    const opener = link(`${name.label}, ${name.published}`, passageTarget(toLocation(source.passage), style), openPassageHint());
    return `**${plain(eventLine(event, t))}** — ${plain(dateInWords(event.date?.value, t))}  \n${event.articles === 1 ? t('1 source') : t('{0} sources', digits(event.articles))}: ${opener}`;
  });
  return [...lines, ...(more > 0 ? [t('and {0} more in the list of events', digits(more))] : [])].join('\n\n');
}

/** The hover on a citation: the articles it points to. */
export function articlesMarkdown(articles: readonly ArticleRecord[], style: LinkStyle): string {
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return articles.map((article) => {
    const { metadata } = article, name = nameSource(article, t);
    const lines = [`**${plain(name.headline || name.label)}**`, `${plain(metadata.byline?.value ?? t('byline unknown'))} · ${plain(metadata.outlet?.value ?? t('outlet unknown'))} · ${plain(name.published)}`];
    return [...lines, link(t('Open {0}', fileName(article.path)), passageTarget({ uri: toUri(article.path), range: start }, style))].join('\n\n');
  }).join('\n\n---\n\n');
}

/** Whole quotation, context and source, for the side of the suggestion list. */
export function quotationMarkdown(quotation: QuotationRecord, style: LinkStyle): string {
  const { passage, context, speaker, alsoIn = 0 } = quotation;
  const before = context.text.slice(0, passage.start - context.start), after = context.text.slice(passage.end - context.start);
  return [
    `${plain(before)}**${plain(passage.text)}**${plain(after)}`,
    `${speaker ? `${t('Speaker: {0}', plain(speaker.canonical))} · ` : ''}${sourceMarkdown(passage.article)}${alsoIn === 0 ? '' : ` · ${alsoIn === 1 ? t('also in 1 other outlet') : t('also in {0} other outlets', alsoIn)}`}`,
    link(t('Open in source'), passageTarget(toLocation(passage), style)),
  ].join('\n\n');
}

/** Speaker, outlet and date of a quotation on one line. */
export function quotationOrigin(quotation: QuotationRecord): string {
  const name = nameSource(quotation.passage.article, t);
  return line([quotation.speaker?.canonical, name.label, name.published].filter(Boolean).join(' · '));
}

export function toQuotationItem(quotation: QuotationRecord): QuotationItem {
  return {
    id: quotation.id,
    text: line(quotation.passage.text),
    speaker: quotation.speaker ? line(quotation.speaker.canonical) : null,
    context: line(quotation.context.text),
    source: toSourceLabel(quotation.passage.article),
    location: toLocation(quotation.passage),
  };
}

export function toEventItem(event: EventRecord): EventItem {
  return {
    id: event.id,
    title: line(event.title),
    type: event.type,
    modality: event.modality,
    date: dateInWords(event.date?.value, t),
    who: event.who.map(line),
    whom: event.whom.map(line),
    where: line(event.where ?? ''),
    sources: event.articles,
    disagreements: event.disagreements.map(line),
  };
}

export function toEventSourceItem(source: EventSource): EventSourceItem {
  return {
    article: toSourceLabel(source.passage.article),
    location: toLocation(source.passage),
    text: line(source.sentence.text),
    date: source.date ? dateInWords(source.date.value, t) : '',
    dateReason: inLanguage(source.date?.reason ?? '', t),
  };
}

export function toNamePassage({ sentence }: MentionRecord): NamePassage {
  return { source: toSourceLabel(sentence.article), location: toLocation(sentence), text: line(sentence.text) };
}

/** Text of an article for a label in which editors would draw `$(name)` as an icon: it reads the same, with a character between that does not show. */
export function iconless(text: string): string {
  return text.replace(/\$(?=\()/g, '$\u2060');
}

/** Path shown to the writer: relative to the workspace folder it is in, else absolute. */
export function shownPath(path: string, roots: readonly string[]): string {
  for (const root of roots) {
    const prefix = root.endsWith('/') || root.endsWith('\\') ? root : root + (root.includes('\\') ? '\\' : '/');
    if (path.startsWith(prefix)) return path.slice(prefix.length);
  }
  return path;
}
