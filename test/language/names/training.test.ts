import assert from 'node:assert/strict';
import { exchangeNames, headlines } from '../../../scripts/train/augment';
import { readBrackets } from '../../../scripts/train/data';
import { pack } from '../../../scripts/train/pack';
import { corpusOf, train } from '../../../scripts/train/perceptron';
import { poolOf } from '../../../scripts/train/pool';
import { randomOf } from '../../../scripts/train/random';
import { prepare } from '../../../src/language/document';
import { Gazetteer } from '../../../src/language/names/gazetteer';
import { tag } from '../../../src/language/names/tagger';
import { viewOf } from '../../../src/language/names/view';
import { unpackWeights } from '../../../src/language/names/weights';

const sentences = ['[P Bek] met [P Orsk] in [L Tarn].', '[O Acme] sold [O Zeta] shares.', 'He flew to [L Tarn] with [P Bek].', 'She left [L Orla] for [L Tarn].', 'Shares of [O Zeta] fell.', '[P Orsk] met [P Tull] in [L Orla].'];
const empty = new Gazetteer(new Uint8Array());

function trained(seed: number): Buffer {
  const docs = sentences.map((text, i) => ({ doc: readBrackets(`${i}`, text), weight: 1 }));
  return pack(train(corpusOf(docs, empty, 1), { passes: 20, runs: 2, dropout: 0.1 }, randomOf(seed), () => undefined), 100_000);
}

describe('training the name tagger', () => {
  it('learns what it is shown, and packing keeps it', () => {
    const weights = unpackWeights(trained(1));
    for (const marked of sentences) {
      const { text, entities } = readBrackets('', marked), view = viewOf(prepare(text), empty);
      const found = tag(view, weights).map(({ first, end, type }) => ({ start: view.tokens.starts[first], end: view.tokens.ends[end - 1], type }));
      assert.deepEqual(found, entities);
    }
  });
  it('gives the same weights for the same seed', () => {
    assert.ok(trained(3).equals(trained(3)));
    assert.ok(!trained(3).equals(trained(4)));
  });
  it('exchanges a name for the same other one throughout, and keeps every offset true', () => {
    const doc = readBrackets('a', '[P Ana Bek] met [P Tull]. [P Bek] left [L Tarn] for [O Acme].');
    const copy = exchangeNames(doc, poolOf(0.5), randomOf(5));
    const names = copy.entities.map(({ start, end }) => copy.text.slice(start, end));
    assert.equal(names.length, doc.entities.length);
    assert.equal(names[2], names[0]!.split(' ')[1]);
    assert.notEqual(names[0], 'Ana Bek');
    assert.match(copy.text, /^.+ met .+\. .+ left .+ for .+\.$/);
  });
  it('sets lines in capitals without moving a name', () => {
    const doc = readBrackets('b', 'The mayor of [L Tarn] met [P Ana Bek] on the bridge today.');
    const copy = headlines(doc, () => 0);
    assert.equal(copy.text, doc.text.toUpperCase());
    assert.deepEqual(copy.entities, doc.entities);
  });
});
