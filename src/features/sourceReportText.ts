import { escapeFor, safeUrl } from './citations/escape';
import { oneLine } from './oneLine';
import type { ReportedQuote, ReportedSource, SourceReport } from './sourceReport';

/** How a report is written. Words of drafts and articles are escaped: they show as they stand and do nothing. */
interface Writing {
  text(words: string): string;
  strong(words: string): string;
  link(label: string, url: string): string;
  page(title: string, parts: readonly string[]): string;
  section(title: string, parts: readonly string[]): string;
  quote(words: string): string;
  list(items: readonly (readonly [string, string])[]): string;
  picture(words: string, picture: ReportPicture): string;
}

/** A picture that goes with a report: the text of an SVG, and the name of the file that it is put into beside a Markdown report. */
export interface ReportPicture {
  readonly svg: string;
  readonly file: string;
}

/** Escaped, with addresses broken, which would be links by themselves. What steers a display is no part of a report. */
const inMarkdown = (words: string): string => escapeFor('markdown', oneLine(words)).replace(/:(?=\/\/)/g, '\\:').replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`);

const markdown: Writing = {
  text: inMarkdown,
  strong: (words) => (words.trim() === '' ? '' : `**${inMarkdown(words)}**`),
  link: (label, url) => `[${inMarkdown(label)}](${safeUrl(url) ?? ''})`,
  page: (title, parts) => `# ${title}\n\n${parts.join('\n\n')}\n`,
  section: (title, parts) => [`## ${title}`, ...parts].join('\n\n'),
  quote: (words) => `> ${words}`,
  list: (items) => items.map(([term, words]) => `- ${term}: ${words}`).join('\n'),
  picture: (words, { file }) => `![${inMarkdown(words)}](<${file.replace(/[<>\\\n]/g, (mark) => encodeURIComponent(mark))}>)`,
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (words: string): string => oneLine(words).replace(/[&<>"']/g, (mark) => entities[mark]!);

const page: Writing = {
  text: html,
  strong: (words) => `<strong>${html(words)}</strong>`,
  link: (label, url) => `<a href="${html(url)}" rel="noreferrer">${html(label)}</a>`,
  page: (title, parts) => [
    '<!doctype html>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`, `<title>${title}</title>`,
    '<style>body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}blockquote{margin:0;padding-left:1rem;border-left:3px solid #999}dt{font-weight:bold}dd{margin:0 0 .4rem 1rem}img{max-width:100%}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}a{color:#8ab4f8}}</style>',
    '</head>', '<body>', `<h1>${title}</h1>`, ...parts, '</body>', '</html>', '',
  ].join('\n'),
  section: (title, parts) => `<section>\n<h2>${title}</h2>\n${parts.join('\n')}\n</section>`,
  quote: (words) => `<blockquote>${words}</blockquote>`,
  // Within the page: a browser that shows a file lets in nothing from beside it.
  picture: (words, { svg }) => `<p><img alt="${html(words)}" src="data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}"></p>`,
  list: (items) => `<dl>\n${items.map(([term, words]) => `<dt>${term}</dt><dd>${words}</dd>`).join('\n')}\n</dl>`,
};

/** A report as a Markdown or HTML document, with the timeline at its end if it is given. */
export function writeSourceReport(report: SourceReport, format: 'markdown' | 'html', timeline?: ReportPicture): string {
  const writing = format === 'html' ? page : markdown, title = `Source report: ${writing.text(report.draft)}`;
  const others = report.others.map(({ line, message }): readonly [string, string] => [`Line ${line}`, writing.text(message)]);
  return writing.page(title, [
    format === 'html' ? `<p>${html(report.summary)}</p>` : report.summary,
    ...report.quotes.map((quote, i) => quoteSection(writing, quote, i + 1)),
    ...(others.length > 0 ? [writing.section('Names', [writing.list(others)])] : []),
    ...(timeline ? [writing.section('Timeline', [writing.picture('Timeline of the events that the sources report', timeline)])] : []),
  ]);
}

function quoteSection(writing: Writing, { line, words, status, speaker, findings, ignored, source, alsoIn }: ReportedQuote, number: number): string {
  const { text } = writing, items: (readonly [string, string])[] = [];
  for (const finding of findings) items.push(['Finding', text(finding)]);
  if (ignored) items.push(['Silenced', 'by a comment in the draft']);
  if (speaker.draft !== null) items.push(['Speaker in the draft', text(speaker.draft)]);
  if (speaker.source !== null) items.push(['Speaker in the source', text(speaker.source)]);
  if (source) items.push(...sourceItems(writing, source));
  if (alsoIn.length > 0) items.push(['Also in', text(alsoIn.join('; '))]);
  return writing.section(`${number}. ${status[0]!.toUpperCase()}${status.slice(1)} (line ${line})`, [writing.quote(`“${text(words)}”`), ...(items.length > 0 ? [writing.list(items)] : [])]);
}

function sourceItems({ text, strong, link }: Writing, source: ReportedSource): (readonly [string, string])[] {
  const { outlet, headline, byline, published, url, file } = source;
  return [
    ['Source', text(`${outlet}, ${published}`)],
    ['Article', `${text(headline)}; ${text(byline)}; ${url !== null && safeUrl(url) ? link(url, url) : text(file)}`],
    ['Passage', `${text(source.before)}${/\s$/.test(source.before) ? ' ' : ''}${strong(source.passage)}${/^\s/.test(source.after) ? ' ' : ''}${text(source.after)}`],
  ];
}
