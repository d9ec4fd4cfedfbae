import { dateInWords } from '../dateWords';
import { titleOf, type CitedArticle } from './citedArticle';
import { escapeFor, safePath, safeUrl, type Notation } from './escape';

/** `South China Morning Post, 13 November 2023`; the headline or the file's name without an outlet, `n.d.` without a date. */
export function shortSource(article: CitedArticle, notation: Notation): string {
  const { outlet, title, published } = article.metadata;
  const who = outlet?.value ?? title?.value ?? article.path.slice(article.path.lastIndexOf('/') + 1);
  return `${escapeFor(notation, who)}, ${published ? dateInWords(published.value) : 'n.d.'}`;
}

/** The whole reference as a note has it: byline, headline, outlet, date, address. What is not stated is left out; a missing date is `n.d.`. */
export function longSource(article: CitedArticle, notation: Notation): string {
  const { outlet, byline, title, published, url } = article.metadata;
  const headline = escapeFor(notation, titleOf(article));
  const address = url && safeUrl(url.value);
  const parts = [
    byline ? escapeFor(notation, byline.value.replace(/^by\s+/i, '')) : '',
    title ? emphasised(headline, notation) : headline,
    outlet ? escapeFor(notation, outlet.value) : '',
    published ? dateInWords(published.value) : 'n.d.',
    address ? addressIn(address, notation) : escapeFor(notation, article.path),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

/** A link with the short source as its words: to the article's address, else to its file. */
export function linkedSource(article: CitedArticle, notation: Notation): string {
  const url = article.metadata.url && safeUrl(article.metadata.url.value);
  const target = url ?? safePath(article.path), words = shortSource(article, notation);
  switch (notation) {
    case 'markdown': return `[${words}](${target})`;
    case 'latex': return `\\href{${target.replace(/[%#&_~]/g, '\\$&')}}{${words}}`;
    case 'typst': return `#link("${target}")[${words}]`;
    case 'asciidoc': return `link:${target}[${words.replaceAll(',', '&#44;')}]`;
    case 'restructuredtext': return `\`${words} <${target}>\`__`;
    default: return `${words}, ${target}`;
  }
}

/** Words in italics. */
export function emphasised(words: string, notation: Notation): string {
  switch (notation) {
    case 'markdown': case 'restructuredtext': return `*${words}*`;
    case 'latex': return `\\emph{${words}}`;
    case 'typst': return `#emph[${words}]`;
    case 'asciidoc': return `__${words}__`;
    default: return words;
  }
}

/** An address that readers can follow; it must come from `safeUrl`. */
export function addressIn(url: string, notation: Notation): string {
  switch (notation) {
    case 'markdown': return `<${url}>`;
    case 'latex': return `\\url{${url.replace(/[%#]/g, '\\$&')}}`;
    case 'typst': return `#link("${url}")`;
    default: return url;
  }
}
