import assert from 'node:assert/strict';
import { digits, writeDigitsIn } from '../../src/server/digits';

describe('numbers in the views', () => {
  afterEach(() => { writeDigitsIn('en'); });

  it('are written as in the language of the texts', () => {
    assert.equal(digits(12_345), '12,345');
    writeDigitsIn('de');
    assert.equal(digits(12_345), '12.345');
  });

  it('stay as they are where a language is unknown or none', () => {
    for (const name of ['', 'x', 'not a language', '../..', 'zz-qq-zz']) {
      writeDigitsIn(name);
      assert.equal(digits(12_345), '12,345', name);
    }
  });
});
