import type { Result } from '../attack';

/** Losses of a line that are shown. */
const SHOWN = 40;

/** A line of the table: what, how often, what was lost, with the losses below it. */
export function row({ what, times, lost, figures }: Result): string {
  const line = `  ${what.padEnd(78)} ${String(times).padStart(7)} ×  ${lost.length === 0 ? 'nothing lost' : `${lost.length} LOST`}${figures ? `  (${figures})` : ''}`;
  return [line, ...lost.slice(0, SHOWN).map((each) => `      ✗ ${each.split('\n').slice(0, 6).join('\n        ')}`), ...(lost.length > SHOWN ? [`      … and ${lost.length - SHOWN} more`] : [])].join('\n');
}
