import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationAt, citationsOf, openKeyAt } from '../../src/draft/citations';
import { contextAt, namedInSentence } from '../../src/draft/context';
import { bibliographiesOf } from '../../src/draft/frontMatter';
import { openQuoteAt } from '../../src/draft/openQuote';
import { plainOf } from '../../src/draft/plain';
import { draftLanguages, proseOf } from '../../src/draft/prose';
import { quoteAt, quotesOf, wordsOf } from '../../src/draft/quotes';
import { sentenceAt, sentencesOf } from '../../src/draft/sentences';
import type { DraftText } from '../../src/draft/text';
import { phrasesAt } from '../../src/draft/words';
import type { Span } from '../../src/language/types';
import { growth } from '../support/growth';

/** Everything that means something to one of the scanners. */
const pieces = [
  'word ', 'Ana Luz ', 'word', '“', '”', '"', "'", '‘', '’', '«', '»', '„', '``', "''", '`', '```', '```{r}', '~~~', '$', '$$', '\\', '\\(', '\\[', '%', '{', '}', '[', ']', '(', ')', '](', '[@', '@key', '[^1]', '[^1]: ',
  '> ', '>', '- ', '1. ', '# ', '= ', '== ', '|', '|a|\n|-|\n', '|===\n', '<!--', '-->', '<div>', '<', '>>', '<<', '{{<', '>}}', '{#id}', ':::', '---\n', '+++\n', '...\n', '====\n', '____\n', '----\n', '....\n', '////\n', '//', '/*', '*/', '*', '_', '#', '#quote[', '#let x = ', '#footnote[', '#cite(<',
  '\\enquote{', '\\footnote{', '\\section{', '\\cite{', '\\begin{quote}', '\\end{quote}', '\\begin{verbatim}', '\\end{verbatim}', '\\begin{document}', '\\ldots', '\\verb|', '.. ', '.. note::\n', '.. [#a] ', '::\n', ':role:`', '`_', '[1]_', ':a: ', '>>> ', '"`', '`"', 'footnote:[', 'link:a[', 'https://a.example/', 'cite:[', '[quote]\n', '[source]\n',
  '\n', '\n\n', '\r\n', '\r', '  ', '    ', '\t', '. ', ', ', '5', '\u00a0', '\ufffc', '\ud83d', '😀', '\u0000', '門', 'é',
];
const text = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme', maxLength: 80 }));

function inside(span: Span, outer: Span, what: string): void {
  assert.ok(outer.start <= span.start && span.start <= span.end && span.end <= outer.end, `${what} ${span.start}–${span.end} in ${outer.start}–${outer.end}`);
}

function checkBlocks(draft: DraftText): void {
  const whole = { start: 0, end: draft.text.length };
  let start = 0;
  for (const block of draft.blocks) {
    inside(block, whole, 'block');
    assert.ok(block.start >= start, 'blocks ascend');
    start = block.start;
    let end = block.start;
    for (const span of block.prose) {
      inside(span, { start: end, end: block.end }, 'prose');
      end = span.end;
    }
    for (const inline of block.inlines) inside(inline, whole, 'inline');
    for (const quote of block.quotes) {
      inside({ start: quote.outerStart, end: quote.outerEnd }, whole, 'marked quote');
      inside(quote, { start: quote.outerStart, end: quote.outerEnd }, 'words of a marked quote');
    }
    const plain = plainOf(draft.text, block);
    for (let i = 0, last = 0; i <= plain.text.length; i++) {
      const at = plain.toSource(i);
      assert.ok(at >= last && at <= draft.text.length, 'places in the draft ascend');
      last = at;
    }
    for (const sentence of sentencesOf(draft, block)) inside(sentence, block, 'sentence');
  }
}

describe('a draft of any characters', () => {
  for (const languageId of [...draftLanguages, 'unknown']) {
    it(`in ${languageId}: nothing throws, and everything stands where it is said to`, () => {
      fc.assert(fc.property(text, fc.nat(), (source, n) => {
        const draft = proseOf(source, languageId), whole = { start: 0, end: source.length }, offset = n % (source.length + 1);
        const lazy = proseOf(source, languageId);
        const open = openQuoteAt(lazy, offset);
        if (open) {
          assert.ok(source.startsWith(open.mark, open.markStart));
          assert.equal(source.slice(open.contentStart, offset), open.typed);
          assert.ok(open.contentEnd >= offset && open.contentEnd <= source.length);
          if (open.hasClosing) assert.ok(source.startsWith(open.closingMark, open.contentEnd));
        }
        for (const phrase of phrasesAt(lazy, offset)) inside(phrase, whole, 'phrase');
        namedInSentence(lazy, offset);
        contextAt(lazy, offset);
        const sentence = sentenceAt(lazy, offset);
        if (sentence) inside(sentence, whole, 'sentence');
        openKeyAt(lazy, offset);
        citationAt(lazy, offset);
        quoteAt(lazy, offset);
        bibliographiesOf(source, languageId);
        checkBlocks(draft);
        assert.deepEqual(lazy.blocks, draft.blocks);
        let end = 0;
        for (const quote of quotesOf(draft)) {
          const outer = { start: quote.outerStart, end: quote.outerEnd };
          inside(outer, whole, 'quote');
          inside(quote, outer, 'words of a quote');
          assert.ok(quote.start < quote.end, 'a quote has words');
          if (!draft.blocks.some((block) => block.note !== undefined || block !== quote.block && block.start >= quote.block.start && block.end <= quote.block.end)) assert.ok(quote.outerStart >= end, 'quotes are disjoint');
          end = Math.max(end, quote.outerEnd);
          wordsOf(draft, quote);
        }
        for (const citation of citationsOf(draft)) {
          inside(citation, whole, 'citation');
          for (const key of citation.keys) {
            inside(key, citation, 'key');
            assert.equal(source.slice(key.start, key.end), key.text);
          }
        }
      }), { numRuns: 250 });
    });
  }
});

describe('the cost of a draft', () => {
  const work = (source: string, languageId: string): void => {
    const draft = proseOf(source, languageId);
    quotesOf(draft);
    citationsOf(draft);
    openQuoteAt(draft, source.length);
    phrasesAt(draft, source.length >> 1);
  };
  /** Several times the reach within which the end of a note or group is looked for: a shorter text would grow into that. */
  const LENGTH = 20_000;
  const growsTooFast = (piece: string, languageId: string): boolean => {
    const textOf = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
    return growth((size) => () => work(textOf(size), languageId), LENGTH, 2.3, 25) >= 2.3;
  };
  const hostile = ['word ', '“word ', '"word ', "'word ", '`', '``a', '[', '[a](', '![', '*a ', '**a*', '_a', '<', '<!--', '$a', '$$', '{', '{{<', '@a ', '[@a', '\\enquote{', '\\footnote{', '\\begin{verbatim}', '#quote[', '#footnote[', '#f(', '"`a', '<<a', '|a', ':a:`', '/*', '> a\n', '- a\n', '\n', '\n\n', '(a, ', 'A ', '...'];
  for (const languageId of ['markdown', 'latex', 'typst', 'asciidoc', 'restructuredtext', 'plaintext']) {
    it(`in ${languageId} grows with its length, whatever is repeated in it`, () => {
      assert.deepEqual(hostile.filter((piece) => growsTooFast(piece, languageId)), []);
    });
  }
});
