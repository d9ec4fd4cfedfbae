import assert from 'node:assert/strict';
import { DraftCache } from '../../src/draft/cache';
import { contextAt, namedInSentence } from '../../src/draft/context';
import { openQuoteAt } from '../../src/draft/openQuote';
import { proseOf } from '../../src/draft/prose';
import { quotesOf } from '../../src/draft/quotes';
import { sentenceAt } from '../../src/draft/sentences';
import { DraftText, lazyChunk } from '../../src/draft/text';
import { draftAt } from './marked';

describe('the words around a place', () => {
  it('names who stands in the sentence, nearest first and not in quotes', () => {
    const { draft, offset } = draftAt('Bo Roe left. Ana Luz told the Bank of Ghana “Cy Doe will|');
    assert.deepEqual(namedInSentence(draft, offset), ['Bank of Ghana', 'Ana Luz']);
    const closed = draftAt('“Open| the gate,” Ana Luz said. Bo Roe left.');
    assert.deepEqual(namedInSentence(closed.draft, closed.offset), ['Ana Luz']);
    assert.deepEqual(namedInSentence(proseOf('', 'markdown'), 0), []);
  });
  it('remembers who was named before', () => {
    const { draft, offset } = draftAt('# Ana Luz\n\nBo Roe met Cy Doe.\n\nThen Bo Roe spoke. He| left.');
    const context = contextAt(draft, offset);
    assert.deepEqual(context.earlier.filter((name) => name.includes(' ')), ['Then Bo Roe', 'Cy Doe', 'Bo Roe', 'Ana Luz']);
    assert.equal(context.before, 'He');
  });
  it('takes a wrapped line for one sentence', () => {
    const { draft, offset } = draftAt('One stands.\nAna Luz|\nspoke on. Three.');
    const sentence = sentenceAt(draft, offset)!;
    assert.equal(draft.text.slice(sentence.start, sentence.end), 'Ana Luz\nspoke on.');
    assert.equal(sentenceAt(proseOf('```\ncode\n```', 'markdown'), 5), undefined);
  });
});

describe('DraftCache', () => {
  it('gives the same draft for the same version and another for the next', () => {
    const cache = new DraftCache(), reads: number[] = [];
    const get = (version: number, languageId = 'markdown'): DraftText => cache.get('a', version, languageId, () => { reads.push(version); return `“text ${version}”`; });
    assert.equal(get(1), get(1));
    assert.notEqual(get(1), get(2));
    assert.notEqual(get(2), get(2, 'latex'));
    assert.equal(quotesOf(get(3)).length, 1);
    cache.forget('a');
    get(3);
    assert.deepEqual(reads, [1, 2, 2, 3, 3]);
  });
  it('scans again only the paragraph that was edited', () => {
    const parts = new Map(), paragraphs = Array.from({ length: 200 }, (_, i) => `Paragraph ${i} with *some* words.`);
    const first = proseOf(paragraphs.join('\n\n'), 'markdown', parts).blocks;
    const before = new Set(parts.values());
    paragraphs[100] += ' Edited.';
    const second = proseOf(paragraphs.join('\n\n'), 'markdown', parts).blocks;
    assert.equal(first.length, second.length);
    assert.equal([...parts.values()].filter((blocks) => !before.has(blocks)).length, 1);
  });
  it('forgets what has long not been used', () => {
    const parts = new Map();
    for (let version = 0; version < 500; version++) void proseOf(`One.\n\nVersion ${version}.`, 'markdown', parts).blocks;
    assert.ok(parts.size <= 70, String(parts.size));
  });
  it('scans only around the cursor to say whether a quote is open', () => {
    let scanned = 0;
    const texts = Array.from({ length: 50 }, () => 'Words “open the'), whole = texts.join('\n\n');
    let start = 0;
    const chunks = texts.map((text) => {
      const at = start;
      start += text.length + 2;
      return lazyChunk(at, at + text.length, () => {
        scanned++;
        return [{ start: at, end: at + text.length, kind: 'paragraph', quoteDepth: 0, prose: [{ start: at, end: at + text.length }], inlines: [], quotes: [] }];
      });
    });
    assert.ok(openQuoteAt(new DraftText(whole, 'markdown', chunks), whole.length));
    assert.equal(scanned, 1);
  });
});
