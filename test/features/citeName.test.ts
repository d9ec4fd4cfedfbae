import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { proseOf } from '../../src/draft/prose';
import { phrasesAt } from '../../src/draft/words';
import { citeName } from '../../src/features/citeName';
import { corpusOf } from '../support/memoryCorpus';
import { harbour } from './fixture';

describe('citeName', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(harbour); });
  after(() => store.close());

  /** The candidates at the mark `|` of a draft, in order; undefined when there is no card. */
  async function candidates(marked: string): Promise<string[] | undefined> {
    const offset = marked.indexOf('|'), text = marked.replace('|', '');
    const card = await citeName(store, { phrases: phrasesAt(proseOf(text, 'markdown'), offset), context: text.slice(0, offset) });
    return card?.candidates.map(({ name }) => name.canonical);
  }

  it('knows a full name', async () => assert.deepEqual(await candidates('The minister, Ana M|arin, spoke.'), ['Ana Marin']));
  it('shows every bearer of a surname, the one the draft speaks of first', async () => {
    assert.deepEqual(await candidates('The champion Luka Marin came home. Later M|arin slept.'), ['Luka Marin', 'Ana Marin']);
    assert.deepEqual(await candidates('Luka Marin plays. Ana Marin rules. Later M|arin spoke.'), ['Ana Marin', 'Luka Marin']);
  });
  it('means whoever is named in full, not those who are also called so', async () => {
    const other = await corpusOf({
      '/corpus/a.txt': { text: 'Ana Marin spoke.', names: { 'Ana Marin': { kind: 'person' } } },
      '/corpus/b.txt': { text: 'Ana B. Marin sang. Ana Marin bowed.', names: { 'Ana B. Marin': { kind: 'person', aliases: ['Ana Marin'] } } },
    });
    const card = await citeName(other, { phrases: [{ start: 0, end: 9, text: 'Ana Marin' }], context: '' });
    assert.deepEqual(card?.candidates.map(({ name }) => name.canonical), ['Ana Marin']);
    await other.close();
  });
  it('shows a sentence once that many outlets have from one agency', async () => {
    const wire = { text: 'Ana Marin, the minister, opened the new port of Hale on Monday.', names: { 'Ana Marin': { kind: 'person' as const } } };
    const copied = await corpusOf({
      '/corpus/a.txt': wire, '/corpus/b.txt': wire, '/corpus/c.txt': wire,
      '/corpus/d.txt': { ...wire, text: 'Ana Marin never spoke of it again.' },
    });
    const card = await citeName(copied, { phrases: [{ start: 0, end: 9, text: 'Ana Marin' }], context: '' });
    assert.equal(card?.candidates[0]?.passages.length, 2);
    await copied.close();
  });
  it('lets a role decide', async () => assert.equal((await candidates('The Port minister was asked. M|arin declined.'))?.[0], 'Ana Marin'));
  it('lets the company decide', async () => assert.equal((await candidates('In Port Hale they cheered. M|arin smiled.'))?.[0], 'Luka Marin'));
  it('says nothing of common words, unknown names, code and link targets', async () => {
    for (const draft of ['The har|bour was open.', 'Then Quill|on spoke.', '`Ma|rin`', '[x](Mar|in.md)']) assert.equal(await candidates(draft), undefined, draft);
  });
  it('gives passages with their articles', async () => {
    const card = await citeName(store, { phrases: [{ start: 0, end: 9, text: 'Ana Marin' }], context: '' });
    const [candidate] = card!.candidates;
    assert.equal(candidate?.role, 'Port minister');
    assert.ok(candidate.passages.length > 0);
    for (const { mention, sentence } of candidate.passages) {
      assert.match(mention.text, /^(?:Ana )?Marin$/);
      assert.ok(sentence.text.includes(mention.text));
      assert.equal(sentence.article.metadata.outlet?.value, 'The Lorvik Courier');
    }
  });
  it('stops when it is cancelled', async () => {
    assert.equal(await citeName(store, { phrases: [{ start: 0, end: 5, text: 'Marin' }], context: '' }, { isCancellationRequested: true }), undefined);
  });
});
