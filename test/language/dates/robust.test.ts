import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDates } from '../../../src/language/dates';
import { prepare } from '../../../src/language/document';
import { growth } from '../../support/growth';

/** What must hold of any text: no throw, spans inside the text and in order, `text` is what stands there. */
function holds(text: string, published?: string): void {
  const found = findDates(prepare(text, published === undefined ? {} : { published }));
  let last = 0;
  for (const date of found) {
    assert.ok(date.start >= last && date.end > date.start && date.end <= text.length, `span ${date.start}-${date.end}`);
    assert.equal(date.text, text.slice(date.start, date.end));
    assert.ok(date.value.length > 0 && !/NaN|undefined|Infinity/.test(date.value), date.value);
    assert.equal(date.certainty === 'inferred', date.reason !== undefined);
    if (published === undefined) assert.ok(date.certainty !== 'inferred' || !date.reason!.includes('publication'), `${date.text} = ${date.value}`);
    last = date.end;
  }
}

const words = 'the a an last next this past two 20 1998 \'90s 9/11 7th May March Monday Mondays Friday week weeks year year-ago quarter third-quarter ago earlier later from now until early about more than at least half and or of in on to fall winter 10:35 p.m. GMT Christmas Eve New Year\'s every daily today tonight weekend fiscal 2023-10-07 2023-W41 12/31/99 Oct. 32 February 29 , . - – ( ) ” ’ $ %'.split(' ');

describe('dates: hard input', () => {
  it('holds on random Unicode', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => holds(text, '2024-04-12')), { numRuns: 200 });
  });
  it('holds on random words of time', () => {
    const published = fc.constantFrom(undefined, '2024', '2024-04', '2024-04-12', '2024-02-29', 'nonsense', '2024-13-40', '0001-01-01', '9999-12-31');
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.constantFrom(' ', '', '\n'), published, (list, gap, at) => holds(list.join(gap), at)), { numRuns: 1500 });
  });
  it('grows with the text, not faster', () => {
    for (const unit of ['about ', 'the end of ', 'two or ', 'a', '"', 'last ', 'Oct. ', '1998-', 'Monday, ', 'more than ', 'each ', 'the first ', 'one hundred and ', 'early ', '10 p.m. ', 'in ']) {
      const ratio = growth((size) => { const document = prepare(unit.repeat(size), { published: '2024-04-12' }); return () => findDates(document); }, 5000, 2.3);
      assert.ok(ratio < 2.3, `${JSON.stringify(unit)} grows by ${ratio.toFixed(2)}`);
    }
  });
});
