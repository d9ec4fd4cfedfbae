/** Whether what Attest hands to an editor, a browser or a terminal can do anything beyond being read. */
import { type Token, lexer } from 'marked';

/** What a hover, a tooltip or a suggestion in Markdown would do besides showing words; empty when nothing. */
export function deedsOfMarkdown(markdown: string, corpus: string): string[] {
  const deeds: string[] = [];
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'html') deeds.push(`HTML: ${token.raw.slice(0, 80)}`);
      if (token.type === 'image') deeds.push(`an image: ${token.raw.slice(0, 80)}`);
      if (token.type === 'link') deeds.push(...deedOfLink(String((token as { href?: unknown }).href), corpus));
      if (['code', 'heading', 'table', 'codespan'].includes(token.type)) deeds.push(`${token.type}: ${token.raw.slice(0, 80)}`);
      if ('tokens' in token && Array.isArray(token.tokens)) walk(token.tokens as Token[]);
      if (token.type === 'list') for (const item of (token as { items?: Token[] }).items ?? []) walk([item]);
    }
  };
  walk(lexer(markdown));
  if (/(?<!\\)\$\(/.test(markdown)) deeds.push(`an icon: ${/(?<!\\)\$\([^)]*\)?/.exec(markdown)![0]}`);
  return [...deeds, ...steersDisplay(markdown)];
}

/** A link may only open a passage of the corpus. */
function deedOfLink(href: string, corpus: string): string[] {
  const [, given] = /^command:attest\.openPassage\?(.*)$/s.exec(href) ?? [];
  if (given === undefined) return [`a link to ${href.slice(0, 120)}`];
  try {
    const [location, ...more] = JSON.parse(decodeURIComponent(given)) as { uri: string }[];
    return more.length === 0 && decodeURIComponent(location!.uri).startsWith(`file://${corpus}`) ? [] : [`a passage outside of the corpus: ${given.slice(0, 120)}`];
  } catch {
    return [`a link that cannot be read: ${href.slice(0, 120)}`];
  }
}

/** What an exported page would do besides showing words. */
export function deedsOfHtml(html: string): string[] {
  const deeds: string[] = [];
  const allowed = /^<\/?(?:!doctype html|html|head|body|meta|title|style|h1|h2|p|section|blockquote|dl|dt|dd|strong|a)(?:\s+(?:lang|charset|name|content|http-equiv|href|rel)="[^"<>]*")*>$/;
  for (const [tag] of html.matchAll(/<[^>]*>/g)) if (!allowed.test(tag)) deeds.push(`a tag: ${tag.slice(0, 120)}`);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) if (!/^https?:\/\//.test(href!)) deeds.push(`a link to ${href!.slice(0, 120)}`);
  if (!html.includes("default-src 'none'")) deeds.push('a page without a content security policy');
  return deeds;
}

/** What steers a terminal or the direction of a line; empty when nothing. Words for lists and terminals hold no such character at all. */
export function steersDisplay(text: string): string[] {
  const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.exec(text);
  return found ? [`U+${found[0].charCodeAt(0).toString(16)} in ${JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 30))}`] : [];
}
