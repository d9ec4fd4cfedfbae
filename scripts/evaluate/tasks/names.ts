import type { Engine, Text } from '../engines/engine';
import { readLines } from '../gold';
import { row, type Row } from '../row';
import { prf } from '../scores/prf';
import { scoreLinking, scoreNames, type TypedSpan } from '../scores/names';
import { timed } from '../timed';

interface GoldNames { readonly text: string; readonly genre?: string; readonly dct?: string; readonly entities: readonly TypedSpan[] }

const sets: readonly { readonly title: string; readonly file: string; readonly genre?: string }[] = [
  { title: 'names, CoNLL-2003 all', file: 'names.dev.jsonl' },
  { title: 'names, CoNLL-2003 prose', file: 'names.dev.jsonl', genre: 'prose' },
  { title: 'names, PUD', file: 'names-pud.dev.jsonl' },
  { title: 'names, WikiGold', file: 'names-wikigold.dev.jsonl' },
];

const inputOf = ({ text, dct }: GoldNames): Text => (dct === undefined ? { text } : { text, published: dct });

/** Names of a set by each engine: exact spans with their kind, and spans whatever the kind. */
export function nameRows(title: string, texts: readonly GoldNames[], engines: readonly Engine[]): Row[] {
  const exact: Row[] = [], spans: Row[] = [];
  for (const engine of engines) {
    if (engine.names) {
      const { results, speed } = timed(texts.map(inputOf), (text) => engine.names!(text));
      const figures = scoreNames(results.map((found, i) => ({ found, gold: texts[i]!.entities })));
      exact.push(row(title, engine.name, figures.exact, speed));
      spans.push(row(`${title}, span of any kind`, engine.name, figures.span, speed));
    } else if (engine.nameSpans) {
      const { results, speed } = timed(texts.map(inputOf), (text) => engine.nameSpans!(text));
      spans.push(row(`${title}, span of any kind`, engine.name, spanFigures(texts, results), speed));
    }
  }
  return [...exact, ...spans];
}

/** Spans of engines that know no kinds are measured against every name of the gold, whatever its kind. */
function spanFigures(texts: readonly GoldNames[], results: readonly (readonly { readonly start: number; readonly end: number }[])[]): ReturnType<typeof prf> {
  let right = 0, found = 0, gold = 0;
  texts.forEach(({ entities }, i) => {
    const wanted = new Set(entities.map(({ start, end }) => `${start}:${end}`)), got = new Set(results[i]!.map(({ start, end }) => `${start}:${end}`));
    gold += wanted.size;
    found += got.size;
    for (const key of got) if (wanted.has(key)) right++;
  });
  return prf(right, found, gold);
}

/** All sets of names in a folder of gold data. */
export function names(folder: string, engines: readonly Engine[]): Row[] {
  return sets.flatMap(({ title, file, genre }) => {
    const texts = readLines<GoldNames>(folder, file)?.filter((text) => genre === undefined || text.genre === genre);
    return texts ? nameRows(title, texts, engines) : [];
  });
}

/** Alias linking within a text, given the engine's own names; the floor is that the same words are the same bearer. */
export function linking(folder: string, engines: readonly Engine[]): Row[] {
  const texts = readLines<GoldNames>(folder, 'names-clean.dev.jsonl')?.filter(({ genre }) => genre === 'prose');
  if (!texts) return [];
  const title = 'alias linking, prose (B3)';
  return engines.filter((engine) => engine.name === 'Attest' && engine.names).flatMap((engine) => {
    const { results, speed } = timed(texts.map(inputOf), (text) => engine.names!(text));
    const pairs = results.map((found, i) => ({ found, gold: texts[i]!.entities }));
    const same = pairs.map(({ gold, found }, i) => ({ gold, found: found.map((name) => ({ ...name, entity: texts[i]!.text.slice(name.start, name.end) })) }));
    const persons = new Set(['PER']);
    return [
      row(title, 'same words', scoreLinking(same), null), row(title, engine.name, scoreLinking(pairs), speed),
      row(`${title}, persons`, 'same words', scoreLinking(same, persons), null), row(`${title}, persons`, engine.name, scoreLinking(pairs, persons), speed),
    ];
  });
}
