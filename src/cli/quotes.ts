import { completeQuote } from '../features/completeQuote';
import type { CorpusStore, QuotationRecord } from '../corpus/store/store';
import { withCorpus } from './corpus';
import { corpusFolders, corpusOption, formatOf, wholeNumber } from './corpusFolders';
import { endWithReader, writeLine } from './lines';
import { readOptions, UsageError } from './options';
import { passageJson, passageLine } from './passageLines';
import type { Subcommand } from './run';

export const quotesCommand: Subcommand = {
  summary: 'Search the quotations of a folder of articles, by words and by speaker.',
  usage: [
    'Usage: attest quotes [--corpus DIR]… [--speaker NAME] [--limit N] [--format text|json] [WORDS…]',
    '',
    'WORDS in any order, slips allowed, as in the completion of the editor. Exit code: 0 found, 1 nothing found, 2 could not search.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = readOptions(args, { ...corpusOption, speaker: { type: 'string' }, limit: { type: 'string', default: '20' }, format: { type: 'string', default: 'text' } }, true);
    const format = formatOf(values.format, ['text', 'json']), limit = wholeNumber('limit', values.limit);
    const typed = positionals.join(' ').trim(), speaker = values.speaker === undefined ? undefined : String(values.speaker);
    if (typed === '' && speaker === undefined) throw new UsageError('name words of the quotation, or its --speaker.');
    const folders = await corpusFolders(values.corpus);
    endWithReader();
    const found = await withCorpus(folders, (store) => find(store, typed, speaker, limit), { keep: true });
    if (format === 'json') await writeLine(JSON.stringify(found.map(asJson), null, 1));
    else for (const quotation of found) await writeLine(passageLine(quotation.passage, `“${quotation.passage.text}”${quotation.speaker ? ` — ${quotation.speaker.canonical}` : ''}`));
    return found.length > 0 ? 0 : 1;
  },
};

/** Quotations that fit, best first; only those of a speaker where one is named. */
async function find(store: CorpusStore, typed: string, speaker: string | undefined, limit: number): Promise<readonly QuotationRecord[]> {
  if (speaker === undefined) return completeQuote(store, { typed, named: [], limit });
  const speakers = (await store.namesByForm(speaker)).map(({ id }) => id);
  return speakers.length === 0 ? [] : store.quotations({ words: typed, speakers, limit });
}

function asJson({ passage, speaker, cue, context }: QuotationRecord): object {
  return { ...passageJson(passage), speaker: speaker && { text: speaker.text, canonical: speaker.canonical }, cue, context: context.text };
}
