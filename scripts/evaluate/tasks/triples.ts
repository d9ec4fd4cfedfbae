import type { Engine } from '../engines/engine';
import { readLines } from '../gold';
import { row, type Row } from '../row';
import { scoreTriples, type Triple } from '../scores/triples';
import { timed } from '../timed';

interface GoldTriple extends Triple { readonly text: string; readonly plover2021: string }

/** Who and whom of single sentences, and the category of what happened (PLOVER's records of the gold standard). */
export function triples(folder: string, engines: readonly Engine[]): Row[] {
  const texts = readLines<GoldTriple>(folder, 'events-plover.dev.jsonl');
  if (!texts) return [];
  const both: Row[] = [], category: Row[] = [];
  for (const engine of engines) {
    if (!engine.triple) continue;
    const { results, speed } = timed(texts, (text) => engine.triple!(text));
    const figures = scoreTriples(results.map((found, i) => ({ found, gold: { source: texts[i]!.source, target: texts[i]!.target, category: texts[i]!.plover2021 } })));
    both.push(row('who and whom, PLOVER', engine.name, figures.whoAndWhom, speed));
    if (results.some((found) => found.category !== undefined)) category.push(row('category of event, PLOVER', engine.name, figures.category, speed));
  }
  return [...both, ...category];
}
