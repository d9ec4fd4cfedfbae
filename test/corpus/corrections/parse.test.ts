import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCorrections } from '../../../src/corpus/corrections/parse';

/** Problems as `severity words: message`, with the words of the file they stand at. */
function problemsOf(text: string): string[] {
  return parseCorrections(text).problems.map(({ severity, message, span }) => `${severity} ${text.slice(span.start, span.end)}: ${message}`);
}

const whole = `# ours
articles:
  old/visit.txt:
    outlet: "The Example"
    date: 12 April 2024
    url: https://news.example/visit
    content: 0123456789ABCDEF
  ./strike.txt:
    date: unknown
names:
  same:
    - [Ana Marin, A. Marin]
  rename:
    Xi: Xi Jinping
  split:
    Wang:
      Wang Yi: [old/visit.txt, un.txt]
      Wang Di (person): iran.txt
  no-name: [Read More, No, 1999]
events:
  hide:
    - Final is held
    - event: Ana Marin meets dock workers
      in: strike.txt
      words: met dock workers
  same:
    - [A strikes B, B is struck]
`;

describe('the reader of attest.yml', () => {
  it('reads what the writer decides about articles, names and events', () => {
    const { corrections, problems } = parseCorrections(whole);
    assert.deepEqual(problems, []);
    assert.deepEqual(corrections.articles.map(({ path, fields, content }) => ({ path, fields, content })), [
      { path: 'old/visit.txt', fields: { outlet: 'The Example', date: '2024-04-12', url: 'https://news.example/visit' }, content: '0123456789abcdef' },
      { path: 'strike.txt', fields: { date: null }, content: undefined },
    ]);
    assert.deepEqual(corrections.same.map((names) => names.map(({ name }) => name)), [['Ana Marin', 'A. Marin']]);
    assert.deepEqual(corrections.renames.map(({ from, to }) => [from.name, to]), [['Xi', 'Xi Jinping']]);
    assert.deepEqual(corrections.splits.map(({ of, into }) => [of.name, into.map(({ bearer, articles }) => [bearer.name, bearer.kind, articles.map(({ path }) => path)])]), [
      ['Wang', [['Wang Yi', undefined, ['old/visit.txt', 'un.txt']], ['Wang Di', 'person', ['iran.txt']]]],
    ]);
    assert.deepEqual(corrections.noNames.map(({ name }) => name), ['Read More', 'No', '1999']);
    assert.deepEqual(corrections.hiddenEvents.map(({ title, article, words }) => [title, article, words]), [['Final is held', undefined, undefined], ['Ana Marin meets dock workers', 'strike.txt', 'met dock workers']]);
    assert.deepEqual(corrections.sameEvents.map((events) => events.map(({ title }) => title)), [['A strikes B', 'B is struck']]);
  });

  it('knows where each entry stands', () => {
    const { corrections } = parseCorrections(whole);
    const words = ({ start, end }: { start: number; end: number }): string => whole.slice(start, end);
    assert.equal(words(corrections.articles[0]!.span), 'old/visit.txt');
    assert.equal(words(corrections.same[0]![1]!.span), 'A. Marin');
    assert.equal(words(corrections.splits[0]!.into[1]!.articles[0]!.span), 'iran.txt');
    assert.match(words(corrections.hiddenEvents[1]!.span), /^event: Ana/);
  });

  it('has nothing to say of an empty file', () => {
    for (const text of ['', '\n', '# nothing yet\n', 'articles:\nnames:\n  same:\nevents:\n']) assert.deepEqual(problemsOf(text), [], text);
  });

  it('tells of a mistake at its place and reads the rest', () => {
    assert.deepEqual(problemsOf('articles:\n  a.txt:\n    date: 03/04/2024\n    url: ftp://x\n    outlt: X\n    outlet: Y\n'), [
      'error 03/04/2024: Day and month of this date could be exchanged: write it as year-month-day, such as 2024-04-12, or unknown.',
      'error ftp://x: This is no web address: it begins with http:// or https://.',
      'warning outlt: “outlt” is not known of an article: there are outlet, date, title, author, url and content. It is passed over.',
    ]);
    const { corrections } = parseCorrections('names:\n  same:\n    - Ana\n    - [Ben, B.]\n  rename: [x]\nfoo: 1\n');
    assert.deepEqual(corrections.same.map((names) => names.map(({ name }) => name)), [['Ben', 'B.']]);
    assert.equal(problemsOf('names:\n  same:\n    - Ana\n    - [Ben, B.]\n  rename: [x]\nfoo: 1\n').length, 3);
  });

  it('reads on after a mistake in the writing of YAML', () => {
    const { corrections, problems } = parseCorrections('names:\n  no-name: [Read More]\n  rename: {Xi: "Xi\nevents: 1\n');
    assert.ok(problems.length > 0);
    assert.deepEqual(corrections.noNames.map(({ name }) => name), ['Read More']);
  });

  it('follows no alias, so that nothing grows', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghij'].map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`).join('\n')}\nnames:\n  no-name: *j\n`;
    const { corrections, problems } = parseCorrections(bomb);
    assert.deepEqual(corrections.noNames, []);
    assert.ok(problems.some(({ message }) => /alias \(\*j\) is not followed/.test(message)));
  });

  it('refuses what is too long or nested too deeply, with a word on it', () => {
    assert.match(problemsOf(`#${'x'.repeat(1_000_001)}`).join(), /is not read/);
    for (const nested of ['['.repeat(5000), '- '.repeat(50_000), '{a: '.repeat(5000), '? '.repeat(5000)]) assert.ok(problemsOf(nested).length > 0, nested.slice(0, 8));
  });

  it('stops counting where there are far too many entries', () => {
    const { corrections, problems } = parseCorrections(`names:\n  no-name:\n${'    - Read More\n'.repeat(20_500)}`);
    assert.ok(corrections.noNames.length <= 20_000 && corrections.noNames.length > 19_000);
    assert.equal(problems.length, 1);
  });

  it('never throws, and places every problem within the text', () => {
    const piece = fc.constantFrom('articles:', 'names:', '\n', '  ', '- ', '[', ']', '{', '}', 'a.txt', ': ', 'same', 'split', '&a ', '*a', '"', "'", '|', '>', '#', '%', '!!map ', '<<', '\t', 'date', '2024', '\r\n', '---', '? ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const { span } of parseCorrections(text).problems) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length + 1, JSON.stringify(text));
    }), { numRuns: 500 });
  });
});
