import assert from 'node:assert/strict';
import { readSeeds } from '../../scripts/evaluate/seeds';

/** Every stretch of an annotation that tells its text. */
function* spans(value: unknown): Generator<{ readonly start: number; readonly end: number; readonly text: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && 'text' in value && typeof value.start === 'number' && typeof value.end === 'number' && typeof value.text === 'string') yield { start: value.start, end: value.end, text: value.text };
  for (const each of Object.values(value)) yield* spans(each);
}

describe('the gold of the sample articles', () => {
  const { gold, seeds } = readSeeds();
  it('has every text at its offsets', () => {
    let count = 0;
    for (const { article, text } of seeds) for (const span of spans(article)) { count++; assert.equal(text.slice(span.start, span.end), span.text, `${article.file} ${span.start}`); }
    assert.ok(count > 300);
  });
  it('speaks only of events it lists', () => {
    const known = new Set(gold.events.map(({ id }) => id));
    for (const { article } of seeds) for (const { event } of article.eventMentions) assert.ok(known.has(event), event);
    for (const { a, b } of gold.mustNotMerge) assert.ok(known.has(a) && known.has(b), `${a} ${b}`);
  });
});
