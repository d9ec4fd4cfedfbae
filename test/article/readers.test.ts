import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isArticleFormat, readableEndings, readerFor, readers } from '../../src/article/readers';

/** Pieces of which hostile articles are made. */
const pieces = fc.constantFrom(
  '---\n', 'title: x\n', 'date: 2024-04-12\n', '# H\n', '\n', '\r\n', '\r', 'By Jane Doe\n', 'ADVERTISEMENT\n', '[a](http://b)', '![x](y)', '```\n', '<!--', '-->', '“', '”', '\u202e', '\ufeff', '\ud83d\ude00',
  'LISDUN (AP) - ', 'Read more: x\n', '&a [*a]\n', '> ', '- ', '| a |\n', '|-|\n', '© 2024\n', 'word ', '. ', '\t', '    ', '`', '*', '_', '{', '}', ': ', '2024', '\u2028', '\u0000',
);

describe('readers', () => {
  it('are found by ending, in any case', () => {
    assert.ok(readerFor('/c/A.TXT') && readerFor('C:\\c\\b.md') && readerFor('/c/x.y.markdown'));
    for (const path of ['/c/a', '/c/.txt', '/c/a.png', '/c.txt/a', '/c/a.pdf', '']) assert.equal(readerFor(path), undefined, path);
    assert.ok(isArticleFormat('/c/a.PDF') && isArticleFormat('/c/a.html') && !isArticleFormat('/c/a.json'));
    assert.match(readableEndings(), /\.txt.*\.md/);
  });
  for (const reader of readers) {
    const check = (bytes: Uint8Array): void => {
      const { articles, problems } = reader.read(bytes, '/c/file');
      assert.ok(articles.length || problems.length);
      for (const { text, noise, metadata } of articles) {
        let end = 0;
        for (const span of noise) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length, JSON.stringify(span));
          end = span.end;
        }
        for (const stated of Object.values(metadata)) assert.ok(stated.value.trim() && !/[\r\n]/.test(stated.value));
      }
      for (const { span, message } of problems) {
        assert.ok(message.length > 10);
        if (span) assert.ok(span.start >= 0 && span.end >= span.start && span.end <= articles[0]!.text.length);
      }
    };
    it(`${reader.extensions[0]}: any bytes give articles or problems, and noise in order`, () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 300 });
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => check(new TextEncoder().encode(text))), { numRuns: 300 });
    });
    it(`${reader.extensions[0]}: any arrangement of marks gives articles or problems, and noise in order`, () => {
      fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => check(new TextEncoder().encode(parts.join('')))), { numRuns: 1500 });
    });
  }
});
