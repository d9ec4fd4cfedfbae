import { annotateLines } from '../features/annotate';
import type { Subcommand } from './run';
import { batchesOf, endWithReader, linesOf, writeLine } from './lines';
import { readOptions } from './options';

/** Lines that are annotated together, which is faster, and code units from which on fewer are. */
const BATCH = 32, BATCH_UNITS = 400_000;

export const annotateCommand: Subcommand = {
  summary: 'Read texts as JSON Lines on standard input, write what stands in them.',
  usage: [
    'Usage: attest annotate < texts.jsonl > annotations.jsonl',
    '',
    'A line in:  {"id", "text", "published"?}   published is the publication date, ISO 8601',
    'A line out: {"id", "names", "quotations", "dates", "events"}; offsets are UTF-16 code units of text, half open.',
    'A line that is no such object gives {"error"} in its place and the exit code 1.',
  ].join('\n'),
  async run(args) {
    readOptions(args, {});
    endWithReader();
    let code = 0;
    for await (const lines of batchesOf(linesOf(process.stdin), BATCH, BATCH_UNITS)) {
      const wanted = lines.filter((line) => line.trim() !== '');
      for (const result of annotateLines(wanted)) {
        if ('error' in result) code = 1;
        await writeLine(JSON.stringify(result));
      }
    }
    return code;
  },
};
