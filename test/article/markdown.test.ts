import assert from 'node:assert/strict';
import type { Metadata, NoiseSpan } from '../../src/article/article';
import { markdownReader } from '../../src/article/markdown';

interface Read {
  readonly text: string;
  readonly values: Partial<Record<keyof Metadata, string>>;
  readonly noise: readonly NoiseSpan[];
  readonly noiseText: string[];
  readonly problems: { message: string; at: string | undefined }[];
}

function read(text: string): Read {
  const { articles: [article], problems } = markdownReader.read(new TextEncoder().encode(text), '/c/a.md');
  assert.ok(article);
  assert.equal(article.text, text);
  const values: Partial<Record<keyof Metadata, string>> = {};
  for (const [key, stated] of Object.entries(article.metadata) as [keyof Metadata, { value: string }][]) values[key] = stated.value;
  return {
    text, values, noise: article.noise,
    noiseText: article.noise.map(({ start, end }) => text.slice(start, end)),
    problems: problems.map(({ message, span }) => ({ message, at: span && text.slice(span.start, span.end) })),
  };
}

const body = 'The harbour of Lisdun was closed on Monday after a storm.\n';

describe('front matter', () => {
  it('gives the metadata', () => {
    const { values, noise, problems } = read(`---\ntitle: "Cracks: a story"\nsource: Lisdun Herald\nauthor: [Mara Lindqvist, Juan Vega]\ndate: 2024-04-12\nurl: https://example.org/x\n---\n${body}`);
    assert.deepEqual(values, { title: 'Cracks: a story', outlet: 'Lisdun Herald', byline: 'Mara Lindqvist, Juan Vega', published: '2024-04-12', url: 'https://example.org/x' });
    assert.equal(noise[0]!.kind, 'front matter');
    assert.deepEqual(problems, []);
  });
  it('takes dates as people write them', () => {
    for (const [date, value] of [['2024-04-12T10:00:00Z', '2024-04-12'], ['12 April 2024', '2024-04-12'], ['2024', '2024'], ['"2024-04"', '2024-04'], ['20240412', '2024-04-12'], ['!!timestamp 2024-04-12', '2024-04-12']]) {
      assert.equal(read(`---\npublished: ${date}\n---\n${body}`).values.published, value, date);
    }
  });
  it('names what it cannot use, at its place, and goes on', () => {
    const { values, problems } = read(`---\ntitle: Cracks\ndate: 03/04/2024\nurl: javascript:alert(1)\n---\n${body}`);
    assert.deepEqual(values, { title: 'Cracks' });
    assert.deepEqual(problems.map((problem) => problem.at), ['03/04/2024', 'javascript:alert(1)']);
    assert.match(problems[0]!.message, /2024-04-12/);
  });
  it('that is broken is a problem, and the article is read all the same', () => {
    const broken = read(`---\ntitle: "Cracks\noutlet: [a\n---\n${body}`);
    assert.ok(broken.problems.length > 0);
    assert.ok(broken.problems.every((problem) => problem.message.includes('a.md')));
    const open = read(`---\ntitle: Cracks\n${body}`);
    assert.equal(open.problems.length, 1);
    assert.deepEqual(read(`---\njust words\n---\n${body}`).problems.length, 1);
    assert.deepEqual(read(`---\n---\n${body}`).problems, []);
  });
  it('cannot be made to grow', () => {
    let bomb = '---\na: &a [x,x,x,x,x,x,x,x,x]\n';
    for (const [one, other] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih']) bomb += `${one}: &${one} [${Array(9).fill(`*${other}`).join(',')}]\n`;
    assert.deepEqual(read(`${bomb}title: *i\n---\n${body}`).values, {});
    assert.ok(read(`---\ntitle: ${'['.repeat(20_000)}\n---\n${body}`).problems.length > 0);
    assert.ok(read(`---\n${'x: y\n'.repeat(20_000)}---\n${body}`).problems.length > 0);
  });
  it('makes one line of each value', () => {
    assert.equal(read(`---\ntitle: |\n  Cracks\n  close\u0007 harbour\n---\n${body}`).values.title, 'Cracks close harbour');
  });
  it('goes before what the text states', () => {
    const { values } = read(`---\ntitle: From above\ndate: 2024-01-02\n---\n# From the text\n\nBy Mara Lindqvist | 12 April 2024\n\n${body}`);
    assert.deepEqual(values, { title: 'From above', published: '2024-01-02', byline: 'Mara Lindqvist' });
  });
});

describe('markdown', () => {
  it('takes the first heading for the title', () => {
    assert.equal(read(`# Cracks **close** [the](http://x.org) harbour\n\n${body}`).values.title, 'Cracks close the harbour');
    assert.equal(read(`${body}\n# Later\n`).values.title, undefined);
  });
  it('marks what is no prose', () => {
    const check = (markdown: string, expected: string[]): void => assert.deepEqual(read(`${body}\n${markdown}\n\n${body}`).noiseText, expected, markdown);
    check('He [spoke](http://example.org/Wang "a title") first.', ['](http://example.org/Wang "a title")']);
    check('See ![a Wang](x.png) there.', ['![a Wang](x.png)']);
    check('```js\nconst Wang = 1;\n```', ['```js\nconst Wang = 1;\n```']);
    check('Run `Wang` now.', ['`Wang`']);
    check('<!-- Wang\n\nsaid -->', ['<!-- Wang\n\nsaid -->']);
    check('See https://example.org/Wang today.', ['https://example.org/Wang']);
    check('See www.example.org/Wang, he said.[^1]', ['www.example.org/Wang', '[^1]']);
    check('See <https://example.org/Wang>.', ['<https://example.org/Wang>']);
    check('[x]: http://example.org/Wang', ['[x]: http://example.org/Wang']);
    check('ADVERTISEMENT', ['ADVERTISEMENT']);
  });
  it('leaves prose with odd characters alone', () => {
    const check = (prose: string): void => assert.deepEqual(read(`${body}\n${prose}\n\n${body}`).noiseText, [], prose);
    check('He paid $5 [sic] for 3 < 4 loaves * 2.');
    check('> “We leave,” said Mara Lindqvist.');
    check('**Mara Lindqvist** is the mayor.');
    check('| a | b |\n|---|---|\n| Lisdun | Tamoor |');
  });
  it('finds fences and comments in texts too long to be parsed', () => {
    assert.deepEqual(read(`${'*a '.repeat(5000)}[Lisdun](http://x.org/a "b") and https://x.org/c`).noiseText, ['](http://x.org/a "b")', 'https://x.org/c']);
    const { noiseText } = read(`${body.repeat(10_000)}\n\`\`\`\nWang\n\`\`\`\n\n<!-- a\nb -->\n${body}`);
    assert.deepEqual(noiseText, ['```\nWang\n```', '<!-- a\nb -->']);
  });
  it('takes hostile nesting', () => {
    for (const hostile of ['> '.repeat(20_000), '['.repeat(50_000), '*a '.repeat(30_000), '![a]('.repeat(20_000), '- '.repeat(20_000), '<a '.repeat(20_000), '`'.repeat(9) + '` `` '.repeat(20_000), '_a*'.repeat(30_000), '[a][b]'.repeat(20_000), '|a'.repeat(30_000), '&#x'.repeat(20_000)]) {
      const started = Date.now();
      read(`${body}\n${hostile}x\n`);
      // No timing: without the guard against such texts the parser takes minutes for some of these.
      assert.ok(Date.now() - started < 20_000, `${hostile.slice(0, 8)} took ${Date.now() - started} ms`);
    }
  });
  it('takes as much markup as it gives to the parser', () => {
    for (const mark of ['_a*', '[a][b]', '*a ', '|a', '1. a\n', '* a\n  ', '* a\n\n', '> a\n', '~a*', '# a\n', '[a](b) ']) {
      for (const gap of ['', '\n\n']) {
        const started = Date.now();
        read(`${body}\n${(mark.repeat(Math.floor(490 / mark.length)) + gap).repeat(9)}`);
        assert.ok(Date.now() - started < 20_000, `${mark} took ${Date.now() - started} ms`);
      }
    }
  });
});
