import assert from 'node:assert/strict';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { QuoteFinder, verifyQuote } from '../../../src/features/verification/verifyQuote';
import { press, putArticles, readCorpus } from './drafts';

const sale = 'We will not sell the old harbour to anyone who asks,';

describe('verifying a quote', () => {
  let store: CorpusStore;
  before(async () => { store = await readCorpus(press); });
  after(() => store.close());

  const cases: readonly (readonly [quote: string, status: string, ...first: string[]])[] = [
    [sale, 'exact', '/press/bell.txt', '/press/lamp.txt'],
    ['We will not sell the old harbor to anyone who asks', 'misquoted', '/press/bell.txt', '/press/lamp.txt'],
    ['The herring have moved north … our boats must follow', 'altered lawfully', '/press/tide.txt'],
    ['The herring have moved south and our boats must follow them', 'misquoted', '/press/tide.txt'],
    ['Our boats must follow the moved herring to every single northern coast', 'not found'],
    // The parts of one utterance, without what the article says between them.
    ['We will not sell the old harbour to anyone who asks, and the 1,200 jobs in the docks will stay', 'altered lawfully', '/press/lamp.txt'],
    ['We will not sell the old harbour to anyone who asks, and the 1,300 jobs in the docks will stay', 'misquoted', '/press/lamp.txt'],
    // Two speakers, with and without an ellipsis.
    ['the 1,200 jobs in the docks will stay … Nobody has shown me a single honest ledger', 'misquoted', '/press/lamp.txt'],
    ['the 1,200 jobs in the docks will stay. Nobody has shown me a single honest ledger', 'misquoted', '/press/lamp.txt'],
    // One speaker, somebody else quoted between.
    ['We will not sell the old harbour … I once heard the old mayor', 'misquoted', '/press/lamp.txt'],
    // Two articles.
    ['Nobody has shown me a single honest ledger and our boats must follow them', 'misquoted', '/press/lamp.txt'],
    ['Dock workers cheered outside the hall', 'exact', '/press/lamp.txt'],
    ['', 'not found'], ['…', 'not found'],
  ];
  for (const [quote, status, ...paths] of cases) {
    it(`${quote || '(nothing)'}: ${status}`, async () => {
      const verdict = await verifyQuote(store, quote);
      assert.equal(verdict.status, status);
      assert.deepEqual(verdict.matches.map(({ article }) => article.path).slice(0, Math.max(paths.length, status === 'not found' ? 1 : 0)), paths);
    });
  }

  it('says that a quote was put together, and from where', async () => {
    const [same, two] = [await verifyQuote(store, cases[7]![0]), await verifyQuote(store, cases[10]![0])];
    assert.equal(same.matches[0]?.comparison.assembled, true);
    assert.equal(same.matches[0]?.comparison.differences[0]?.kind, 'joined');
    assert.equal(two.second?.match.article.path, '/press/tide.txt');
    assert.equal(cases[10]![0].slice(two.second?.part.start, two.second?.part.end), 'and our boats must follow them');
  });

  it('puts the cited article before an earlier one, and a better one before both', async () => {
    const [lamp] = await store.articlesAt('/press/lamp.txt');
    const first = async (quote: string): Promise<string | undefined> => (await verifyQuote(store, quote, { cited: [lamp!.id] })).matches[0]?.article.path;
    assert.equal(await first(sale), '/press/lamp.txt');
    assert.equal(await first('Ingrid Solheim spoke for an hour in Lorvik'), '/press/bell.txt');
  });

  it('follows the corpus', async () => {
    const changing = await readCorpus(press), finder = new QuoteFinder(changing);
    try {
      assert.equal((await finder.verify(sale)).status, 'exact');
      assert.equal((await finder.verify(sale)).status, 'exact');
      await changing.remove(['/press/bell.txt']);
      await putArticles(changing, { '/press/lamp.txt': ['“We will never sell the old harbour to anyone who asks,” Solheim said.'] });
      const verdict = await finder.verify(sale);
      assert.deepEqual([verdict.status, verdict.matches.length], ['misquoted', 1]);
      await changing.clear();
      assert.equal((await finder.verify(sale)).status, 'not found');
    } finally {
      finder.dispose();
      await changing.close();
    }
  });

  it('keeps a source for its quote while other articles come, says so, and looks for the others at once', async () => {
    const changing = await readCorpus(press), finder = new QuoteFinder(changing), later = 'The ferry to Lorvik sails at noon from now on,';
    try {
      const first = await finder.verify(sale), asked: string[] = [];
      assert.equal((await finder.verify(later)).status, 'not found');
      assert.equal(finder.leaned(), false);
      await putArticles(changing, { '/press/ferry.txt': [`“${later}” said Solheim.`] });
      const { likelyArticles } = changing;
      changing.likelyArticles = (words, ...more) => { asked.push(words); return likelyArticles.call(changing, words, ...more); };
      assert.deepEqual((await finder.verify(sale)).matches.map(({ article }) => article.path), first.matches.map(({ article }) => article.path));
      assert.deepEqual([asked, finder.leaned(), finder.leaned()], [[], true, false]);
      assert.equal((await finder.verify(later)).status, 'exact');
      await changing.remove(['/press/bell.txt']);
      assert.deepEqual((await finder.verify(sale)).matches.map(({ article }) => article.path), ['/press/lamp.txt']);
    } finally {
      finder.dispose();
      await changing.close();
    }
  });

  it('reads the articles that quote nearly the words, none that only has them somewhere, nor one that lacks too many; asked for variants, all that may have them', async () => {
    const far = 'The tide came in and it went out again, as on any other day of the week. '.repeat(8);
    const scattered = (n: number): string => `Report ${n} of the town.\n\nNobody can sell a ship that way. ${far} The old lamp shone. ${far} A harbour pilot asks no questions. ${far} Will anyone come, we wondered, and whoever came did not.\n`;
    const crowded = await readCorpus({ ...press, ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/press/far${n}.txt`, [scattered(n)] as const])) });
    try {
      const read: string[] = [], articleText = crowded.articleText.bind(crowded);
      crowded.articleText = async (id) => { read.push((await crowded.article(id))!.path); return articleText(id); };
      const readFor = async (quote: string, variants: boolean): Promise<string[]> => {
        read.length = 0;
        await verifyQuote(crowded, quote, { variants });
        return [...new Set(read)].sort();
      };
      const altered = 'We will not sell the old harbour to whoever asks';
      assert.deepEqual((await verifyQuote(crowded, altered)).matches.map(({ article }) => article.path), ['/press/bell.txt', '/press/lamp.txt']);
      assert.deepEqual(await readFor(altered, false), ['/press/bell.txt', '/press/lamp.txt']);
      assert.equal((await readFor(altered, true)).length, 11);
      // Of so few words, no other way tells whether somebody's are these.
      assert.equal((await verifyQuote(crowded, 'Nobody can sell a ledger that way')).matches[0]?.article.path.slice(0, 10), '/press/far');
      // Herrings and boats are nowhere else.
      assert.deepEqual(await readFor('The herring have moved south and our boats must follow all of them', false), ['/press/tide.txt']);
      // Nobody is quoted with these: whoever has the words may have them.
      assert.equal((await readFor('Will anyone come, we wondered, and whoever came will not ask', false)).filter((path) => path.includes('far')).length, 9);
    } finally {
      await crowded.close();
    }
  });

  it('stops when it is cancelled, and does not remember that', async () => {
    const finder = new QuoteFinder(store);
    assert.deepEqual(await finder.verify(sale, {}, { isCancellationRequested: true }), { status: 'not found', matches: [], second: null });
    assert.equal((await finder.verify(sale)).status, 'exact');
    finder.dispose();
  });
});
