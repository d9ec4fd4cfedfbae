import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Parents } from 'mdast';
import type { NoiseSpan } from './article';
import { markupByLines } from './markupByLines';

/** What Markdown markup tells of an article. */
export interface Markup {
  /** Code, HTML, comments, images, link targets, definitions. Unordered. */
  readonly noise: readonly NoiseSpan[];
  /** Text of the first heading of level 1 when it stands before any paragraph, without markup. */
  readonly heading?: string;
  /** Where the heading ends; the body begins there. */
  readonly headingEnd?: number;
}

/** Texts beyond this many characters are looked through line by line: they are no articles, and the parser would take seconds. */
const parserLimit = 200_000;
/** The parser's time grows with the square of the marks in a paragraph (emphasis) or in a text (lists); these are beyond any article. */
const paragraphMarks = 500, textMarks = 4000;
/** Quotes and lists nested deeper than anybody writes. */
const deepNesting = /(?:(?:[>*+-]|\d{1,9}[.)])[ \t]{1,4}){30}|>{30}/;
/**
 * Bare addresses and footnote marks. The dialects of Markdown that know them would make the parser stop at every word that may begin
 * an address; a pattern whose repetitions are bounded finds them in a tenth of the time.
 */
const beyondCommonMark = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>()"“”]{1,2000}|\[\^[^\]\s]{1,40}\]:?/gu;
/** Without any of these there is nothing to find. */
const anyMarkup = /[`<[~@#=]|https?:|www\.|^[ \t]{0,3}[-*_][-*_ \t]{2}|^(?: {4}|\t)/m;

/** Finds what is no prose in Markdown, from an offset on. Never throws; time is in proportion to the text. */
export function findMarkup(text: string, from = 0): Markup {
  const body = from ? text.slice(from) : text;
  if (!anyMarkup.test(body)) return { noise: [] };
  if (body.length > parserLimit || deepNesting.test(body) || !hasFewMarks(body)) return { noise: markupByLines(text, from) };
  try {
    return collect(fromMarkdown(body), text, from);
  } catch {
    // Nesting deeper than the call stack.
    return { noise: markupByLines(text, from) };
  }
}

function hasFewMarks(body: string): boolean {
  let inText = 0, inParagraph = 0, lineStart = true;
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    if (char === '\n' || char === '\r') {
      if (lineStart) inParagraph = 0;
      lineStart = true;
    } else if ('*_~[]`<>&!\\'.includes(char)) {
      inText++;
      if (++inParagraph > paragraphMarks || inText > textMarks) return false;
      lineStart = false;
    } else if (char !== ' ' && char !== '\t') {
      if (char === '|' || char === '@' || (lineStart && '-+#0123456789'.includes(char))) inText++;
      lineStart = false;
    }
  }
  return inText <= textMarks;
}

function collect(tree: Parents, text: string, from: number): Markup {
  const noise: NoiseSpan[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) noise.push({ start, end, kind: 'markup' });
  };
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const start = from + (node.position?.start.offset ?? 0), end = from + (node.position?.end.offset ?? 0);
    switch (node.type) {
      case 'code': case 'inlineCode': case 'html': case 'definition': case 'image': case 'imageReference': case 'thematicBreak':
        add(start, end);
        continue;
      case 'link': case 'linkReference': {
        const inner = node.children.at(-1)?.position?.end.offset;
        const bare = text[start] === '<';
        // A bare address is all target; of a link with words only what follows them.
        add(bare ? start : from + (inner ?? node.position!.start.offset!), end);
        break;
      }
    }
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
  for (const match of (from ? text.slice(from) : text).matchAll(beyondCommonMark)) add(from + match.index, from + addressEnd(match[0]) + match.index);
  const first = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition');
  if (first?.type !== 'heading' || first.depth !== 1 || !first.children.length) return { noise };
  const words = plainText(first.children).trim();
  return words ? { noise, heading: words, headingEnd: from + first.position!.end.offset! } : { noise };
}

/** Length of an address without the punctuation of the sentence it ends. */
function addressEnd(address: string): number {
  let end = address.length;
  while (end > 0 && '.,;!?\'’'.includes(address[end - 1]!)) end--;
  return end;
}

function plainText(nodes: readonly Nodes[]): string {
  return nodes.map((node): string => {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value;
    return 'children' in node ? plainText(node.children) : node.type === 'break' ? ' ' : '';
  }).join('');
}
