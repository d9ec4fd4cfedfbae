import { searchPassages } from '../features/searchPassages';
import { withCorpus } from './corpus';
import { corpusFolders, corpusOption, formatOf, wholeNumber } from './corpusFolders';
import { endWithReader, writeLine } from './lines';
import { oneLine } from './oneLine';
import { readOptions, UsageError } from './options';
import { passageJson, passageLine } from './passageLines';
import type { Subcommand } from './run';

export const searchCommand: Subcommand = {
  summary: 'Search the passages of a folder of articles, by words or by a name.',
  usage: [
    'Usage: attest search [--corpus DIR]… [--limit N] [--format text|json] WORDS…',
    '',
    'Prints the sentences that have all the words; for a name, those that speak of its bearer. Exit code: 0 found, 1 nothing found, 2 could not search.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = readOptions(args, { ...corpusOption, limit: { type: 'string', default: '20' }, format: { type: 'string', default: 'text' } }, true);
    const format = formatOf(values.format, ['text', 'json']), limit = wholeNumber('limit', values.limit), words = positionals.join(' ').trim();
    if (words === '') throw new UsageError('name the words to search for.');
    const folders = await corpusFolders(values.corpus);
    endWithReader();
    const { names, passages } = await withCorpus(folders, (store) => searchPassages(store, words, limit), { keep: true });
    if (format === 'json') {
      const about = names.map(({ canonical, kind, aliases, roles, mentions, articles }) => ({ canonical, kind, aliases, roles, mentions, articles }));
      await writeLine(JSON.stringify({ names: about, passages: passages.map(passageJson) }, null, 1));
    } else {
      for (const { canonical, kind, roles, mentions, articles } of names) await writeLine(oneLine(`# ${canonical}: ${[roles[0], kind].filter(Boolean).join(', ')}; ${mentions} mentions in ${articles} articles`));
      for (const passage of passages) await writeLine(passageLine(passage));
    }
    return passages.length > 0 ? 0 : 1;
  },
};
