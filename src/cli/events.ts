import path from 'node:path';
import type { CorpusStore } from '../corpus/store/store';
import { eventPeriods, eventSources, listEvents } from '../features/listEvents';
import { dateInWords } from '../features/dateWords';
import { mergeFiles } from '../features/mergeFiles';
import { fileName } from '../features/sourceLabel';
import { readFolder, withCorpus } from './corpus';
import { corpusFolders, corpusOption, formatOf } from './corpusFolders';
import { endWithReader, writeLine } from './lines';
import { oneLine } from './oneLine';
import { readOptions, UsageError } from './options';
import type { Subcommand } from './run';

const PAGE = 500;

export const eventsCommand: Subcommand = {
  summary: 'List the events that a folder of articles reports, merged over its articles.',
  usage: [
    'Usage: attest events [--corpus DIR]… [--format text|jsonl] [--order newest|oldest] [WORDS…]',
    '',
    'text lists the events that an article is about, by date, as the sidebar does, only those with WORDS where some are given; jsonl, for one folder,',
    'also those mentioned in passing ("salience": "minor"), one merged event a line.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = readOptions(args, { ...corpusOption, format: { type: 'string', default: 'text' }, order: { type: 'string', default: 'oldest' } }, true);
    const format = formatOf(values.format, ['text', 'jsonl']), filter = positionals.join(' ').trim(), { order } = values;
    if (order !== 'newest' && order !== 'oldest') throw new UsageError(`--order is newest or oldest, not ${order}.`);
    if (format === 'jsonl' && filter !== '') throw new UsageError('--format jsonl prints all events; WORDS go with --format text.');
    const folders = await corpusFolders(values.corpus);
    if (format === 'jsonl' && folders.length > 1) throw new UsageError('--format jsonl reads one folder: say which with --corpus DIR.');
    endWithReader();
    if (format === 'jsonl') return printAll(folders[0]!);
    await withCorpus(folders, (store) => printList(store, { filter, order }), { keep: true });
    return 0;
  },
};

/** The list as the editor shows it. */
async function printList(store: CorpusStore, selection: { readonly filter: string; readonly order: 'newest' | 'oldest' }): Promise<void> {
  for (const { key } of await eventPeriods(store, { words: selection.filter }, selection.order)) {
    for (let offset = 0; ; offset += PAGE) {
      const events = await listEvents(store, { words: selection.filter }, { period: key }, selection.order, { offset, limit: PAGE });
      for (const { id, date, title, modality } of events) {
        const files = (await eventSources(store, id)).map(({ passage }) => fileName(passage.article.path));
        await writeLine(`${dateInWords(date?.value)}\t${oneLine(title)}${modality === 'fact' ? '' : ` (${modality})`}\t${oneLine(files.join(', '))}`);
      }
      if (events.length < PAGE) break;
    }
  }
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
