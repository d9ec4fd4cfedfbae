import type { Result } from '../attack';

/** A line of the table: what, how often, what was lost, with the losses below it. */
export function row({ what, times, lost, figures }: Result): string {
  const line = `  ${what.padEnd(78)} ${String(times).padStart(7)} ×  ${lost.length === 0 ? 'nothing lost' : `${lost.length} LOST`}${figures ? `  (${figures})` : ''}`;
  return [line, ...lost.slice(0, 40).map((each) => `      ✗ ${each.split('\n').slice(0, 6).join('\n        ')}`), ...(lost.length > 12 ? [`      … and ${lost.length - 12} more`] : [])].join('\n');
}
