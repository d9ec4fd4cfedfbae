import { annotateCommand } from './annotate';
import { checkCommand } from './check';
import { eventsCommand } from './events';
import { indexCommand } from './indexCommand';
import { quotesCommand } from './quotes';
import { searchCommand } from './search';
import { serverCommand } from './serve';
import { UsageError } from './options';
import { version } from '../../package.json';

/** A subcommand. Answers the exit code (0 done, 1 findings, 2 could not), or undefined when it keeps running. */
export interface Subcommand {
  readonly summary: string;
  readonly usage: string;
  run(args: readonly string[]): Promise<number | undefined>;
}

const commands: Readonly<Record<string, Subcommand>> = {
  check: checkCommand, search: searchCommand, quotes: quotesCommand, events: eventsCommand, index: indexCommand, annotate: annotateCommand, server: serverCommand,
};

const help = (): string =>
  ['Attest: source-grounded writing.', '', 'Usage: attest COMMAND [OPTIONS]', '', ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`),
    '', 'attest COMMAND --help tells more of a command; attest --version tells the version.', ''].join('\n');

/** Runs the command line; answers the exit code. Mistakes in the words of the call are told on standard error with exit code 2. */
export async function runCli(args: readonly string[]): Promise<number | undefined> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(help());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`attest: there is no command '${name}'. attest --help lists the commands.\n`);
    return 2;
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`attest ${name}: ${error.message}\n\n${command.usage}\n`);
    return 2;
  }
}
