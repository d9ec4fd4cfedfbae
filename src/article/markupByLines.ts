import type { NoiseSpan } from './article';
import { linesOf } from './spans';

/** Targets of links, and addresses. Every repetition is bounded, so that no text makes it slow. */
const target = /\]\([^()\s]{1,1000}(?: "[^"\n]{0,200}")?\)|https?:\/\/[^\s<>()]{1,2000}/g;

/**
 * What is no prose in Markdown as far as it can be told without parsing: fenced code, comments that begin a line, link targets,
 * addresses. For texts that a parser would take too long for. In order of `start`.
 */
export function markupByLines(text: string, from = 0): NoiseSpan[] {
  const noise: NoiseSpan[] = [];
  let fence = '', start = 0;
  for (const line of linesOf(text, from)) {
    if (!fence) {
      const mark = /^(?:`{3,20}|~{3,20}|<!--)/.exec(line.trimmed)?.[0];
      if (!mark) {
        for (const match of text.slice(line.start, line.end).matchAll(target)) {
          noise.push({ start: line.start + match.index, end: line.start + match.index + match[0].length, kind: 'markup' });
        }
        continue;
      }
      fence = mark;
      start = line.textStart;
      if (fence !== '<!--') continue;
    }
    if (!closes(line.trimmed, fence)) continue;
    noise.push({ start, end: line.textStart + line.trimmed.length, kind: 'markup' });
    fence = '';
  }
  return noise;
}

function closes(line: string, fence: string): boolean {
  return fence === '<!--' ? line.includes('-->') : line.startsWith(fence) && line.replaceAll(fence[0]!, '') === '';
}
