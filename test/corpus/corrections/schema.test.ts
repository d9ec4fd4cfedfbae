import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { parseCorrections } from '../../../src/corpus/corrections/parse';

const root = path.resolve(__dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('the schema of attest.yml', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schemas/attest.schema.json')) as object);
  const isValid = (text: string): boolean => validate(parse(text, { schema: 'core', merge: false }) ?? null);

  it('and the reader take the example of the documentation', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(read('docs/corrections.md'))![1]!;
    assert.deepEqual(parseCorrections(example).problems, []);
    assert.ok(isValid(example), JSON.stringify(validate.errors));
    const { corrections } = parseCorrections(example);
    for (const list of Object.values(corrections)) assert.ok(list.length > 0, 'the example has something of everything');
  });

  for (const text of ['', 'articles:\nnames:\nevents:\n', 'articles:\n  a.txt:\n    date: 2024\n', 'names:\n  same:\n  no-name: [No, 1999]\n', 'names:\n  split: {A: {B: c.txt}}\n']) {
    it(`and the reader take ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseCorrections(text).problems, []);
      assert.ok(isValid(text), JSON.stringify(validate.errors));
    });
  }

  for (const text of [
    'foo: 1\n', 'articles: [a]\n', 'articles:\n  a.txt:\n    outlt: X\n', 'articles:\n  a.txt:\n    url: ftp://x\n', 'names:\n  same: [A, B]\n', 'names:\n  same: [[A]]\n',
    'names:\n  rename: [A]\n', 'names:\n  split: {A: b.txt}\n', 'names:\n  no-name: A\n', 'events:\n  hide: x\n', 'events:\n  hide: [{in: a.txt}]\n', 'events:\n  same: [[A]]\n', '- a\n',
  ]) {
    it(`and the reader object to ${JSON.stringify(text)}`, () => {
      assert.notDeepEqual(parseCorrections(text).problems, []);
      assert.ok(!isValid(text));
    });
  }
});
