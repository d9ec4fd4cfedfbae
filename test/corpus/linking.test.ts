import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldedWords, foldName } from '../../src/corpus/fold';
import { LineIndex } from '../../src/corpus/lines';
import { impliedForms, intactParts, nameKey, oneSlipApart } from '../../src/corpus/linking';

describe('names of different articles', () => {
  for (const [a, b, same] of [
    ['Wang Yi', 'wang yi', true], ['Wang Yi', 'Wang Di', false], ['Wang Yi', 'Wang', false], ['U.S.', 'US', true],
    ['O’Brien', "O'Brien", true], ['José Díaz', 'Jose Diaz', true], ['Jean-Loup Samaan', 'Jean Loup Samaan', true], ['The Harbour Post', 'Harbour Post', true],
    ['Harbour Post', 'Harbour Pilot', false], ['The', 'the', true], ['China’s', 'China', true], ['😀', '😁', false],
  ] as const) {
    it(`${a} and ${b} are ${same ? 'one' : 'two'}`, () => {
      assert.equal(nameKey({ kind: 'person', canonical: a }) === nameKey({ kind: 'person', canonical: b }), same);
    });
  }

  it('of different kinds are two', () => {
    assert.notEqual(nameKey({ kind: 'person', canonical: 'Jordan' }), nameKey({ kind: 'place', canonical: 'Jordan' }));
  });

  for (const [kind, canonical, ...forms] of [
    ['person', 'Ada Holm', 'Holm'], ['person', 'Geng Shuang', 'Shuang', 'Geng'], ['person', 'Ursula van der Berg', 'Berg', 'van der Berg'],
    ['person', 'Max Holm Jr.', 'Holm'], ['person', 'Holm'], ['place', 'New Delhi'], ['organisation', 'U.S. State Department', 'State Department'],
    ['organisation', 'US Navy'], ['organisation', 'Harbour Post'], ['person', 'Ada B.'], ['person', ''],
  ] as const) {
    it(`${canonical} (${kind}) may be called ${forms.join(' or ') || 'nothing else'}`, () => {
      assert.deepEqual(impliedForms(kind, canonical), forms);
    });
  }
});

describe('a slip', () => {
  for (const [a, b, slip] of [
    ['tehran', 'tehrna', true], ['tehran', 'tehrn', true], ['tehran', 'tehrran', true], ['tehran', 'tahran', true], ['ab', 'ba', true], ['a', '', true],
    ['tehran', 'tehran', false], ['tehran', 'terhna', false], ['abc', 'cba', false], ['abc', 'abcde', false],
  ] as const) {
    it(`${slip ? 'leads' : 'does not lead'} from ${a} to ${b || 'nothing'}`, () => {
      assert.equal(oneSlipApart(a, b), slip);
      assert.equal(oneSlipApart(b, a), slip);
    });
  }

  it('leaves the beginning or the ending whole', () => {
    const word = fc.string({ minLength: 4, maxLength: 9, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(fc.property(word, word, (a, b) => {
      if (!oneSlipApart(a, b)) return;
      const { head, tail } = intactParts(a.length);
      assert.ok(b.startsWith(a.slice(0, head)) || b.endsWith(a.slice(a.length - tail)));
    }), { numRuns: 3000 });
  });
});

describe('folding', () => {
  it('drops case and marks and keeps letters', () => {
    assert.equal(fold('ÉCOLE Straße Ναός йод'), 'ecole straße ναος иод');
    assert.deepEqual(foldedWords('“Don’t” re-open U.S. ports, 3.5%!'), ['don', 't', 're', 'open', 'u', 's', 'ports', '3', '5']);
    assert.equal(foldName(' The O’Briens’ '), 'obriens');
    assert.equal(foldName('—'), '—');
  });
});

describe('lines', () => {
  it('end at LF, CRLF and CR', () => {
    const lines = new LineIndex('a\nb\r\nc\rd\r\r\n');
    assert.equal(lines.lines, 6);
    assert.deepEqual([0, 1, 2, 3, 4, 5, 7, 9, 10, 99].map((at) => Object.values(lines.position(at)).join(':')), ['0:0', '0:1', '1:0', '1:1', '1:2', '2:0', '3:0', '4:0', '4:1', '5:0']);
  });

  it('agree with a count from the beginning', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\r', '\n', 'a', '😀') }), fc.nat(), (text, at) => {
      const offset = at % (text.length + 1);
      let line = 0, character = 0;
      for (let i = 0; i < offset; i++) {
        const ends = text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n');
        if (ends) { line++; character = 0; } else character++;
      }
      assert.deepEqual(new LineIndex(text).position(offset), { line, character });
    }));
  });
});
