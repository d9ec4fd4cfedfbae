import { parseArgs } from 'node:util';

export const taskNames = ['names', 'quotations', 'dates', 'events', 'verification', 'speed'] as const;

export interface Options {
  /** Folder of gold data; null for the project's own sample articles. */
  readonly gold: string | null;
  readonly tasks: ReadonlySet<string>;
  /** Whether the other libraries are measured too. */
  readonly libraries: boolean;
  readonly json: boolean;
}

export const usage = [
  'Usage: npm run evaluate -- [--gold DIR] [--only names,quotations,dates,events,verification,speed] [--without-libraries] [--json]',
  '',
  'Measures what the language part finds against annotated texts, beside plain regular expressions and other JavaScript libraries.',
  'Without --gold the annotated sample articles of the project are used.',
].join('\n');

/** Reads the command line; a string tells what is wrong with it. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({ args: [...args], options: { gold: { type: 'string' }, only: { type: 'string' }, 'without-libraries': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
    const tasks = values.only === undefined ? [...taskNames] : values.only.split(',').map((name) => name.trim());
    const unknown = tasks.find((name) => !taskNames.some((known) => known === name));
    if (unknown !== undefined) return `there is no task ${JSON.stringify(unknown)}.`;
    return { gold: values.gold ?? null, tasks: new Set(tasks), libraries: !values['without-libraries'], json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
