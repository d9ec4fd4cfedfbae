import path from 'node:path';
import { dateInWords } from '../features/dateWords';
import { mergeFiles } from '../features/mergeFiles';
import { fileName } from '../features/sourceLabel';
import { readFolder, withCorpus } from './corpus';
import { endWithReader, writeLine } from './lines';
import { readOptions, UsageError } from './options';
import type { Subcommand } from './run';

const PAGE = 500;

export const eventsCommand: Subcommand = {
  summary: 'List the events that a folder of articles reports, merged over its articles.',
  usage: [
    'Usage: attest events --corpus DIR [--format text|jsonl] [--order newest|oldest]',
    '',
    'text lists the events that an article is about, by date; jsonl also those mentioned in passing ("salience": "minor"), one merged event a line.',
  ].join('\n'),
  async run(args) {
    const { values } = readOptions(args, { corpus: { type: 'string' }, format: { type: 'string', default: 'text' }, order: { type: 'string', default: 'oldest' } });
    const { corpus, format, order } = values;
    if (corpus === undefined) throw new UsageError('say --corpus DIR, the folder of the articles.');
    if (format !== 'text' && format !== 'jsonl') throw new UsageError(`--format is text or jsonl, not ${format}.`);
    if (order !== 'newest' && order !== 'oldest') throw new UsageError(`--order is newest or oldest, not ${order}.`);
    endWithReader();
    const folder = path.resolve(corpus);
    return format === 'jsonl' ? printAll(folder) : printList(folder, order);
  },
};

/** The list as the editor shows it. */
function printList(folder: string, order: 'newest' | 'oldest'): Promise<number> {
  return withCorpus(folder, async (store) => {
    for (let offset = 0; ; offset += PAGE) {
      const events = await store.events({ order, page: { offset, limit: PAGE } });
      for (const event of events) {
        const files = new Set((await store.eventSources(event.id)).map(({ passage }) => fileName(passage.article.path)));
        await writeLine(`${dateInWords(event.date?.value)}\t${event.title}${event.modality === 'fact' ? '' : ` (${event.modality})`}\t${[...files].join(', ')}`);
      }
      if (events.length < PAGE) return 0;
    }
  });
}

async function printAll(folder: string): Promise<number> {
  const { events, placeOf } = mergeFiles(await readFolder(folder));
  for (const { id, title, type, modality, salience, date, who, whom, where, mentions } of events) {
    await writeLine(JSON.stringify({
      id, title, type, modality, salience, date: date && { value: date.value, certainty: date.certainty, ...(date.reason ? { reason: date.reason } : {}) }, who, whom, where,
      mentions: mentions.map((mention) => ({
        article: path.relative(folder, placeOf(mention).path), start: mention.start, end: mention.end,
        trigger: { start: mention.trigger.start, end: mention.trigger.end, text: mention.trigger.text },
      })),
    }));
  }
  return 0;
}
