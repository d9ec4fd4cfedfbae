import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationKey, outletShort } from '../../../src/features/citations/key';
import { openingOf } from '../../../src/corpus/opening';
import { titleOf } from '../../../src/features/citations/citedArticle';
import { articleOf, known } from './article';

describe('citationKey', () => {
  const check = (expected: string, article = known, taken: string[] = []): void => {
    it(expected, () => assert.equal(citationKey(article, taken), expected));
  };
  check('evh-2024-storm-closes-harbour');
  check('evh-2024-storm-closes-harbour-2', known, ['EVH-2024-storm-closes-harbour']);
  check('evh-2024-storm-closes-harbour-3', known, ['evh-2024-storm-closes-harbour', 'evh-2024-storm-closes-harbour-2']);
  check('nd-harbour-luz-closed', articleOf());
  check('guardian-2023-obriens-gate-zurich', articleOf({ outlet: 'The Guardian', published: '2023-11', title: 'The O’Briens’ “gate” to Zürich' }));
  check('nd-gate', articleOf({ title: 'On Monday: the gate' }));
});

describe('citation keys of anything', () => {
  it('are ASCII, never empty, never taken', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.string(), (title, outlet, path) => {
      const article = articleOf({ title, outlet }, '', path), key = citationKey(article);
      assert.match(key, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.notEqual(citationKey(article, [key]), key);
      assert.equal(citationKey(article), key);
    }));
  });
});

describe('outletShort', () => {
  for (const [outlet, expected] of [['South China Morning Post', 'scmp'], ['The Guardian', 'guardian'], ['Financial Times', 'financial-times'], ['Le Monde', 'le-monde'], ['SCMP', 'scmp'], ['Agence Zürich', 'agence-zurich'], ['', '']] as const) {
    it(`${outlet} → ${expected}`, () => assert.equal(outletShort(outlet), expected));
  }
});

describe('openingOf', () => {
  it('passes over noise, bylines and markers', () => {
    const text = 'ADVERTISEMENT\n\nBy Ana Luz\n\nThe harbour of Luz was closed on Monday after a storm. It stays shut.\n';
    assert.equal(openingOf(text, [{ start: 0, end: 13, kind: 'advertisement' }]), 'The harbour of Luz was closed on Monday after a storm.');
    assert.equal(openingOf('Closed'), 'Closed');
    assert.equal(openingOf(''), '');
  });
  it('is supplied in brackets for a headline that is not stated', () => {
    assert.equal(titleOf(articleOf()), '[The harbour of Luz was closed on Monday after a …]');
    assert.equal(titleOf(articleOf({}, 'Closed for now')), '[Closed for now]');
    assert.equal(titleOf(articleOf({}, '')), '');
    assert.equal(titleOf(known), 'Storm closes the harbour');
  });
});
