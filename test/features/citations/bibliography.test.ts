import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addToBibliography, bibliographyEntries } from '../../../src/features/citations/bibliography';
import { authorsOf } from '../../../src/features/citations/authors';
import { cslItem, notedPath } from '../../../src/features/citations/cslItem';
import { articleOf, known } from './article';

function added(text: string | undefined, article = known): { text: string; key: string; added: boolean } {
  const result = addToBibliography(text, article);
  assert.ok(result.ok, result.ok ? '' : result.message);
  if (result.insertion) {
    const { offset, text: inserted } = result.insertion;
    assert.equal((text ?? '').slice(0, offset) + inserted + (text ?? '').slice(offset), result.text);
  } else assert.equal(result.text, text);
  return result;
}

const parse = (text: string): { id: string }[] => JSON.parse(text) as { id: string }[];

describe('cslItem', () => {
  it('has what is stated, with the precision that is stated', () => {
    assert.deepEqual(cslItem(known, 'k'), {
      id: 'k', type: 'article-newspaper', title: 'Storm closes the harbour', 'container-title': 'Example Valley Herald',
      author: [{ family: 'Luz', given: 'Ana', 'non-dropping-particle': 'van' }, { family: 'Roe', given: 'J.' }],
      issued: { 'date-parts': [[2024, 3, 5]] }, URL: 'https://herald.example/storm', note: 'attest: ../harbour.txt',
    });
    assert.deepEqual(cslItem(articleOf({ published: '2024-03' }), 'k').issued, { 'date-parts': [[2024, 3]] });
    assert.deepEqual(cslItem(articleOf({ published: '2024-W11' }), 'k').issued, { 'date-parts': [[2024]] });
    assert.equal(cslItem(articleOf(), 'k').issued, undefined);
    assert.equal(notedPath('Other\nattest: a b.txt\nmore'), 'a b.txt');
    assert.equal(notedPath('no path'), undefined);
  });
});

describe('authorsOf', () => {
  for (const [byline, expected] of [
    ['Jake Roe', [{ family: 'Roe', given: 'Jake' }]],
    ['By Ana Luz, Bo Roe and Cy Doe', [{ family: 'Luz', given: 'Ana' }, { family: 'Roe', given: 'Bo' }, { family: 'Doe', given: 'Cy' }]],
    ['Martin Roe, Jr.', [{ family: 'Roe', given: 'Martin', suffix: 'Jr.' }]],
    ['Reuters', [{ literal: 'Reuters' }]],
    ['Herald staff reporters', [{ literal: 'Herald staff reporters' }]],
    ['Carla de la Cruz', [{ family: 'Cruz', given: 'Carla', 'non-dropping-particle': 'de la' }]],
    ['', []],
  ] as const) it(byline || 'nothing', () => assert.deepEqual(authorsOf(byline), expected));
});

describe('addToBibliography', () => {
  it('begins a file', () => {
    for (const none of [undefined, '', ' \n']) {
      const result = addToBibliography(none, known);
      assert.ok(result.ok && result.added);
      assert.equal(result.key, 'evh-2024-storm-closes-harbour');
      assert.equal(parse(result.text)[0]!.id, result.key);
      assert.ok(result.text.endsWith(']\n'));
    }
  });
  it('adds behind what is there and leaves it as it is', () => {
    for (const text of ['[]', '[\n]\n', '[{"id":"a"}]', '[\n    {"id": "a",   "x": [1,\n 2]}\n]\n', '[\r\n\t{\r\n\t\t"id": "a"\r\n\t}\r\n]', '\ufeff[{"id":1}]  \n']) {
      const result = added(text);
      assert.ok(result.added);
      const before = parse(text.replace('\ufeff', '')), after = parse(result.text.replace('\ufeff', ''));
      assert.deepEqual(after.slice(0, -1), before);
      assert.equal(after.at(-1)!.id, result.key);
      assert.ok(result.text.startsWith(text.trimEnd().slice(0, -1).trimEnd()));
    }
    assert.match(added('[\r\n\t{\r\n\t\t"id": "a"\r\n\t}\r\n]').text, /\},\r\n\t\{\r\n\t\t"id": "evh/);
  });
  it('gives every key once', () => {
    const other = articleOf({ title: 'Storm closes the harbour', outlet: 'Example Valley Herald', published: '2024-03-09' }, '', '../later.txt');
    const first = added(undefined), second = added(first.text, other);
    assert.deepEqual([first.key, second.key], ['evh-2024-storm-closes-harbour', 'evh-2024-storm-closes-harbour-2']);
  });
  it('adds no article twice', () => {
    const first = added(undefined);
    assert.deepEqual(added(first.text), { ok: true, text: first.text, key: first.key, added: false });
    for (const entry of [
      { id: 'mine', URL: 'http://www.herald.example/storm/' },
      { id: 'mine', note: 'attest: ./../harbour.txt' },
      { id: 'mine', title: 'Storm Closes the Harbour', 'container-title': 'Example Valley Herald', issued: { 'date-parts': [['2024', 3, '5']] } },
      { id: 'mine', title: 'Storm closes the harbour', 'container-title': 'Example Valley Herald', issued: { raw: '2024-03-05' } },
    ]) assert.deepEqual(added(JSON.stringify([{ id: 'other' }, entry])), { ok: true, text: JSON.stringify([{ id: 'other' }, entry]), key: 'mine', added: false });
  });
  it('takes no other article for it', () => {
    for (const entry of [
      { id: 'mine', URL: 'https://herald.example/other', title: 'Storm closes the harbour' },
      { id: 'mine', note: 'attest: ../other.txt' },
      { id: 'mine', title: 'Storm closes the harbour', 'container-title': 'Example Valley Herald', issued: { 'date-parts': [[2023]] } },
      { id: 'mine', title: '' }, 3, null, 'text',
    ]) assert.ok(added(JSON.stringify([entry])).added);
  });
  it('says what is wrong with a file it cannot read, and what to do', () => {
    for (const text of ['[{"id": "a",}]', '{"references": []}', 'nonsense', '[']) {
      const result = addToBibliography(text, known, 'refs.json');
      assert.ok(!result.ok);
      assert.match(result.message, /^refs\.json is not .+\. (?:Correct|Export) .+attest\.citation\.bibliography\.$/s);
    }
    assert.deepEqual(bibliographyEntries('nonsense'), []);
  });
  it('keeps any list of entries', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2, 4, '\t'), (entries, indent) => {
      const text = JSON.stringify(entries, null, indent), result = addToBibliography(text, known);
      assert.ok(result.ok);
      if (result.added) assert.deepEqual((JSON.parse(result.text) as unknown[]).slice(0, -1), JSON.parse(text));
    }), { numRuns: 200 });
  });
});
