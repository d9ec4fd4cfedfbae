/**
 * Trains the name tagger: `npm run train -- --gold DIR` reads `DIR/train/*.jsonl` and the sentences beside this script and
 * writes src/language/names/model/weights.ts. The same input gives the same file.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Gazetteer } from '../../src/language/names/gazetteer';
import { gazetteer as packedGazetteer } from '../../src/language/names/model/gazetteer';
import { bytesOf } from '../../src/language/names/weights';
import { dateline, exchangeNames, headlines } from './augment';
import { readJsonLines, readOwn, type Annotated } from './data';
import { pack } from './pack';
import { corpusOf, train } from './perceptron';
import { poolOf } from './pool';
import { randomOf } from './random';

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] ?? otherwise : otherwise;
};

function main(): void {
  const gold = option('gold', ''), out = option('out', path.join('src', 'language', 'names', 'model', 'weights.ts'));
  const folder = path.join(gold, 'train');
  if (!gold || !existsSync(folder)) throw new Error('Say where the annotated texts are: npm run train -- --gold DIR (with DIR/train/*.jsonl).');
  const random = randomOf(Number(option('seed', '7')));
  const weights: Readonly<Record<string, number>> = { gum: 1, ewt: Number(option('ewt', '1.5')), wikigold: Number(option('wikigold', '1')), wnut17: Number(option('wnut', '0.6')), own: Number(option('own', '2')) };
  const read = (name: string): Annotated[] => (weights[name] ? readJsonLines(path.join(folder, `${name}.jsonl`)) : []);
  const without = option('without', '');
  const sets: Record<string, Annotated[]> = { gum: read('gum'), ewt: read('ewt'), wikigold: read('wikigold'), wnut17: read('wnut17'), own: readOwn(path.join('scripts', 'train', 'own')) };
  if (without) sets['gum'] = sets['gum']!.filter(({ id }) => !new RegExp(without).test(id));
  const docs: { doc: Annotated; weight: number }[] = [];
  const pool = poolOf(Number(option('invented', '0.1')));
  const copies = Number(option('copies', '1'));
  for (const [name, set] of Object.entries(sets)) {
    for (const doc of set) {
      const weight = weights[name]!;
      docs.push({ doc, weight });
      if (name === 'wnut17') continue;
      for (let copy = 0; copy < copies; copy++) {
        let other = exchangeNames(doc, pool, random);
        other = headlines(other, random);
        if (random() < 0.3) other = dateline(other, pool, random);
        docs.push({ doc: other, weight });
      }
    }
  }
  const started = Date.now();
  const corpus = corpusOf(docs, new Gazetteer(bytesOf(packedGazetteer)), Number(option('least', '2')));
  console.log(`${docs.length} texts, ${corpus.gold.length} tokens, ${corpus.hashes.length} features, ${Date.now() - started} ms`);
  const trained = train(corpus, { passes: Number(option('passes', '14')), runs: Number(option('runs', '5')), dropout: Number(option('dropout', '0.3')) }, random, (line) => console.log(line));
  const packed = pack(trained, Number(option('keep', '60000')));
  writeFileSync(out, `/** Built by scripts/train/train.ts from the texts that NOTICE.md names; CC BY-SA 4.0. */\nexport const weights = '${packed.toString('base64')}';\n`);
  console.log(`${packed.length} bytes, ${Date.now() - started} ms`);
}

main();
