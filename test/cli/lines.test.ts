import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { batchesOf, linesOf } from '../../src/cli/lines';

describe('lines in batches', () => {
  it('takes what is there, up to a number and a size', async () => {
    const stream = new PassThrough();
    stream.end(Array.from({ length: 10 }, (_, i) => `line ${i}\n`).join(''));
    const batches: string[][] = [];
    for await (const batch of batchesOf(linesOf(stream), 4, 1000)) batches.push(batch);
    assert.deepEqual(batches.flat(), Array.from({ length: 10 }, (_, i) => `line ${i}`));
    assert.ok(batches.every(({ length }) => length <= 4) && batches.length < 10);
  });
  it('gives a line that comes alone at once', async () => {
    const stream = new PassThrough(), batches = batchesOf(linesOf(stream), 8, 1000);
    stream.write('one\n');
    assert.deepEqual((await batches.next()).value, ['one']);
    stream.end('two\n');
    assert.deepEqual((await batches.next()).value, ['two']);
    assert.equal((await batches.next()).done, true);
  });
  it('has no batch for nothing', async () => {
    const stream = new PassThrough();
    stream.end();
    assert.equal((await batchesOf(linesOf(stream), 8, 1000).next()).done, true);
  });
});
