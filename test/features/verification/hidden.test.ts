import assert from 'node:assert/strict';
import { hiddenIn } from '../../../src/features/verification/hidden';
import { oneLine } from '../../../src/features/oneLine';

describe('what a quote hides', () => {
  for (const [words, expected] of [
    ['a word \u202eturned\u202c around', /turns the direction.*U\+202E/],
    ['right\u2067 to left', /U\+2067/],
    ['zero\u200bwidth', /does not show.*U\+200B/],
    ['tags\u{e0041}', /does not show.*U\+E0041/],
    ['the pаssword', /another script.*U\+0430 in “pаssword”/],
    ['Αthens', /U\+0391/],
  ] as const) it(`is told of ${JSON.stringify(words)}`, () => assert.match(hiddenIn(words).join('; '), expected));

  for (const words of ['plain words', 'naïve café, Łódź, Straße', 'Москва stays Москва', 'η Αθήνα', 'soft\u00adhyphen', '“we” … [they]', '中文 and English', 'family 👩\u200d👩\u200d👧', 'می\u200cخواهم', 'the α-particle', '']) {
    it(`is nothing in ${JSON.stringify(words)}`, () => assert.deepEqual(hiddenIn(words), []));
  }
});

describe('one line', () => {
  for (const [text, line] of [['a\n b\t c', 'a b c'], ['\u001b[31mred\u001b[0m', '[31mred[0m'], ['\u009b31m', '31m'], ['to \u202etfel\u202c', 'to tfel'], ['  ', ''], ['Straße', 'Straße']] as const) {
    it(`makes ${JSON.stringify(line)} of ${JSON.stringify(text)}`, () => assert.equal(oneLine(text), line));
  }
});
