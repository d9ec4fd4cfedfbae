import assert from 'node:assert/strict';
import { foldedWords } from '../../src/corpus/fold';

describe('the words of a text, folded', () => {
  it('are the same whatever form a page gives their letters, and wherever it may break them', () => {
    const words = ['the', 'officer', 'of', 'lorvik', 'cooperates'];
    for (const text of ['The officer of Lorvik cooperates.', 'The of\u00adfi\u00adcer of Lor\u00advik co\u00adoper\u00adates', 'The oﬃcer of Lorvik co\u200boperates', 'Ｔｈｅ officer — of Ｌｏｒｖｉｋ — co\u2060operates', '𝗧𝗵𝗲 𝑜𝑓𝑓𝑖𝑐𝑒𝑟 of Lorvik cooperates', 'The Officer of Lórvik coöperates']) {
      assert.deepEqual(foldedWords(text), words, text);
    }
  });

  it('are those of numbers and fractions whether other letters stand beside them or not', () => {
    assert.deepEqual(foldedWords('½ of 10²'), ['½', 'of', '10²']);
    assert.deepEqual(foldedWords('½ of 10² cafés ™'), ['½', 'of', '10²', 'cafes']);
  });
});
