import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { openQuoteAt } from '../../src/draft/openQuote';
import { proseOf } from '../../src/draft/prose';
import { completeQuote } from '../../src/features/completeQuote';
import { composeQuote, marksOf } from '../../src/features/insertQuote';
import { corpusOf } from '../support/memoryCorpus';
import { harbour } from './fixture';

const close = 'We will not close the harbour while talks go on,', lost = 'I was lost after ten moves,', start = 'a good start';

describe('completeQuote', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(harbour); });
  after(() => store.close());

  const found = async (typed: string, named: readonly string[] = []): Promise<string[]> =>
    (await completeQuote(store, { typed, named, limit: 10 })).map(({ passage }) => passage.text);

  it('finds words in any order and with slips', async () => {
    assert.equal((await found('close the harb'))[0], close);
    assert.equal((await found('harbour close'))[0], close);
    assert.equal((await found('harbuor close talks'))[0], close);
  });
  it('puts the words as typed before the same words scattered', async () => assert.equal((await found('good st'))[0], start));
  it('puts the named speaker first', async () => {
    assert.equal((await found('', ['Luka Marin']))[0], lost);
    assert.equal((await found('', ['Ana Marin']))[0], close);
  });
  it('offers everything right after the mark', async () => assert.equal((await found('')).length, 3));
  it('offers nothing that is not there', async () => assert.deepEqual(await found('submarine volcano'), []));
  it('offers nothing once cancelled', async () => assert.deepEqual(await completeQuote(store, { typed: '', named: ['Marin'], limit: 5 }, { isCancellationRequested: true }), []));

  describe('what is inserted', () => {
    /** The draft after accepting the quotation at the mark `|`. */
    async function accepted(marked: string, options: { languageId?: string; withSpeaker?: boolean; citation?: string; spaced?: boolean } = {}): Promise<string> {
      const offset = marked.indexOf('|'), text = marked.replace('|', ''), languageId = options.languageId ?? 'markdown';
      const quote = openQuoteAt(proseOf(text, languageId), offset);
      const [quotation] = await completeQuote(store, { typed: 'lost after', named: [], limit: 1 });
      const composed = composeQuote({
        quotation: quotation!, quote, text, offset, languageId, withSpeaker: options.withSpeaker ?? false,
        citation: options.citation === undefined ? undefined : { text: options.citation, spaced: options.spaced ?? true },
      });
      return text.slice(0, composed.start) + composed.text + text.slice(composed.end);
    }

    const cases: readonly (readonly [string, string])[] = [
      ['He said “lost after|', `He said “${lost}”`],
      ['He said "lost after|', `He said "${lost}"`],
      ['He said “|”, then', `He said “${lost}”, then`],
      ['He said "lost|" and', `He said "${lost}" and`],
      ['He said «lost|', `He said «${lost}»`],
      ['He said „lost|', `He said „${lost}“`],
      ['He said ‘lost|', `He said ‘${lost}’`],
      ['He said “lost| and what I wrote”', `He said “${lost} and what I wrote”`],
    ];
    for (const [before, after] of cases) it(`${before} → ${after}`, async () => assert.equal(await accepted(before), after));
    it('puts marks around it in ordinary prose, those of the draft', async () => {
      assert.equal(await accepted('He said |'), `He said “${lost}”`);
      assert.equal(await accepted('"One" and "two". He said |'), `"One" and "two". He said "${lost}"`);
      assert.equal(await accepted('He said |', { languageId: 'latex' }), `He said \`\`${lost}''`);
    });
    it('adds the speaker and the citation by setting', async () => {
      assert.equal(await accepted('“lost|', { citation: '[@key]' }), `“${lost}” [@key]`);
      assert.equal(await accepted('“lost|', { citation: '[^1]', spaced: false }), `“${lost}”[^1]`);
      assert.equal(await accepted('“lost|', { withSpeaker: true, citation: '[@key]' }), `“${lost}” Luka Marin admitted [@key]`);
    });
  });

  it('takes the marks that a draft uses most', () => {
    assert.deepEqual(marksOf('', 'markdown'), ['“', '”']);
    assert.deepEqual(marksOf('“a” "b" "c" "d" "e"', 'markdown'), ['"', '"']);
    assert.deepEqual(marksOf('„a“ „b“', 'markdown'), ['„', '“']);
    assert.deepEqual(marksOf('\\enquote{a}', 'latex'), ['\\enquote{', '}']);
  });
});
