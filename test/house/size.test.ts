import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const lines = new Map(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8').split('\n').length]));

describe('the size of the rooms', () => {
  it('keeps every file within 400 lines', () => {
    assert.ok(files.length > 20);
    assert.deepEqual([...lines].filter(([, count]) => count > 400), []);
  });

  it('keeps the median file around 100 lines', () => {
    const sorted = [...lines.values()].sort((a, b) => a - b);
    const median = sorted[sorted.length >> 1]!;
    assert.ok(median <= 120, `the median file has ${median} lines`);
  });

  it('keeps the extension below 15% of the code', () => {
    const sum = (wanted: (name: string) => boolean): number => [...lines].reduce((total, [name, count]) => total + (wanted(name) ? count : 0), 0);
    const share = sum((name) => name.startsWith('extension')) / sum(() => true);
    assert.ok(share <= 0.15, `the extension is ${(100 * share).toFixed(1)}% of the lines`);
  });

  it('never says any', () => {
    const offenders = files.filter((name) => /[:<,(]\s*any\b(?!\w)|\bas any\b|\bany\[\]/.test(readFileSync(path.join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')));
    assert.deepEqual(offenders, []);
  });
});
