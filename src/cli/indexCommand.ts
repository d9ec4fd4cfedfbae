import path from 'node:path';
import { withCorpus } from './corpus';
import { corpusFolders, corpusOption, formatOf } from './corpusFolders';
import { endWithReader, writeLine } from './lines';
import { oneLine } from './oneLine';
import { readOptions } from './options';
import type { Subcommand } from './run';

export const indexCommand: Subcommand = {
  summary: 'Bring the kept index of a folder of articles up to date, and say what is in it.',
  usage: [
    'Usage: attest index [--corpus DIR]… [--stats] [--format text|json]',
    '',
    'Reads only what has changed since the last run. --stats prints figures of the index; files that could not be indexed are always named.',
    'Exit code: 0 done, 1 files that could not be indexed, 2 could not index.',
  ].join('\n'),
  async run(args) {
    const { values } = readOptions(args, { ...corpusOption, stats: { type: 'boolean', default: false }, format: { type: 'string', default: 'text' } });
    const format = formatOf(values.format, ['text', 'json']), folders = await corpusFolders(values.corpus);
    endWithReader();
    const begun = performance.now();
    const { counts, problems } = await withCorpus(folders, async (store) => ({ counts: await store.counts(), problems: await store.problems() }), { keep: true });
    const seconds = Math.round(performance.now() - begun) / 1000, lost = problems.filter(({ indexed }) => !indexed);
    const relative = (file: string): string => path.relative(process.cwd(), file).split(path.sep).join('/');
    if (format === 'json') await writeLine(JSON.stringify({ ...counts, seconds, problems: problems.map(({ path: file, message, indexed }) => ({ file: relative(file), message, indexed })) }, null, 1));
    else {
      if (values.stats) for (const [name, count] of Object.entries(counts)) await writeLine(`${name.padEnd(10)} ${String(count).padStart(10)}`);
      for (const { path: file, message, indexed } of problems) await writeLine(oneLine(`${relative(file)}: ${indexed ? 'information' : 'warning'}: ${message}`));
      await writeLine(`${counts.articles} articles indexed in ${seconds} s`);
    }
    return lost.length > 0 ? 1 : 0;
  },
};
