import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepare } from '../../../src/language/document';
import { findQuotations } from '../../../src/language/quotations';
import { checkSpans, find, names } from './support';
import { growth } from '../../support/growth';

const pieces = ['"', '“', '”', '‘', '’', "'", "''", '``', '«', '»', '„', '‚', ' said ', ' she said, ', 'Ada Moss ', ' told ', 'who ', ', ', '. ', '? ', ': ', ' — ', ' (', ') ', '\n', '\n\n', ' according to ',
  ' that ', "'s ", '’s claim ', ' and ', ' 6\'2" ', '…', ' the ministry ', 'quietly ', ' calling ', '\ud800', '\udc00', '\u200b', '\u0301', 'א', 'x', '90s', 'Mr. ', '\u2028', '\ufeff', ' of '];

function sound(text: string): void {
  const quotations = findQuotations(prepare(text), names(text, [['person', 'Ada Moss', 'Moss'], ['organisation', 'Ministry of Rain']]));
  checkSpans(text, quotations);
  for (let i = 1; i < quotations.length; i++) assert.ok(quotations[i - 1]!.start <= quotations[i]!.start);
  const direct = quotations.filter((q) => q.form === 'direct');
  for (let i = 1; i < direct.length; i++) assert.ok(direct[i - 1]!.end <= direct[i]!.start);
}

describe('quotations in hostile text', () => {
  it('stay inside it, in order and apart, for any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), sound), { numRuns: 300 });
  });
  it('stay inside it for any run of marks, verbs and names', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')), sound), { numRuns: 1500 });
  });
  it('answer nothing for a long text of nothing', () => {
    assert.deepEqual(find('“'.repeat(50_000)).filter((q) => q.form === 'direct'), []);
    assert.deepEqual(find("'".repeat(50_000)), []);
    assert.deepEqual(find('x'.repeat(200_000)), []);
  });
});

const growing: Readonly<Record<string, string>> = {
  'opening marks': '“',
  'opening marks with words': '“a ',
  'opening marks with sentences': '“A b. ',
  'straight marks': '"a" ',
  'marks and verbs without end': '"a" said "b" said ',
  'a word without a space': 'said"said',
  'single marks': "‘a ",
  'singles around doubles': '‘“a” ',
  'commas': ', she said, ',
  'shared subjects': '“a” and said “b” saying ',
  'commas after a subject': 'Moss, a, ',
  'source phrases': 'according to a, “b c d e f g” ',
  'reported clauses': 'she said that he said that ',
  'brackets': '(a) said ',
  'possessives': 'Moss’s claim “a b c” ',
  'paragraphs going on': '“A b c.\n\n',
  'capitals': 'Ada “a” ',
  'question': '“a?” Moss ',
};

describe('time to find quotations grows with the text and no faster', () => {
  for (const [what, unit] of Object.entries(growing)) {
    it(what, function () {
      this.timeout(60_000);
      const ratio = growth((size) => {
        const document = prepare(unit.repeat(Math.ceil(size / unit.length)));
        return () => findQuotations(document, { names: [], mentions: [] });
      }, 60_000, 2.3);
      assert.ok(ratio < 2.3, `twice the text took ${ratio.toFixed(2)} times as long`);
    });
  }
});
