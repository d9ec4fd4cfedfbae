import type { Engine } from '../engines/engine';
import { readLines } from '../gold';
import { row, type Row } from '../row';
import { ofWords, scoreQuotations, type Quoted } from '../scores/quotations';
import type { Span } from '../../../src/language/types';
import { timed } from '../timed';

interface GoldQuotations { readonly text: string; readonly quotes: readonly Quoted[]; readonly ignore?: readonly Span[] }

/** Quotations with their speaker, all of them and those of six words or more. */
export function quotations(folder: string, engines: readonly Engine[]): Row[] {
  const texts = readLines<GoldQuotations>(folder, 'quotes.dev.jsonl');
  return texts ? quotationRows('quotations with speaker', texts, engines) : [];
}

export function quotationRows(title: string, texts: readonly GoldQuotations[], engines: readonly Engine[]): Row[] {
  const all: Row[] = [], long: Row[] = [];
  for (const engine of engines) {
    if (!engine.quotations) continue;
    const { results, speed } = timed(texts, (text) => engine.quotations!(text));
    const pairs = results.map((found, i) => ({ text: texts[i]!.text, gold: texts[i]!.quotes, ignore: texts[i]!.ignore ?? [], found }));
    all.push(row(title, engine.name, scoreQuotations(pairs).joint, speed));
    long.push(row(`${title}, six words or more`, engine.name, scoreQuotations(pairs.map((pair) => ofWords(pair, 6))).joint, speed));
  }
  return [...all, ...long];
}
