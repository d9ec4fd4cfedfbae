import path from 'node:path';
import type { Subcommand } from './run';
import { readOptions, UsageError } from './options';

export const serverCommand: Subcommand = {
  summary: 'Run the language server for an editor, on standard input and output.',
  usage: 'Usage: attest server --stdio',
  async run(args) {
    const { values } = readOptions(args, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
    if (!values.stdio) throw new UsageError('say --stdio: the server speaks on standard input and output.');
    // The server is a bundle of its own beside this one, so that a plain command does not load it.
    await import(path.join(__dirname, 'server.js'));
    return undefined;
  },
};
