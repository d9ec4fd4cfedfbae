import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Server } from '../torture/harness/server';
import { percentile } from './figures';
import { commonBeginnings as typed } from './queries';

const EVERY = 200;

/**
 * Hovers and completes as somebody who writes, through the server, until something has ended.
 * @returns milliseconds, `p50/p99` of hovers and of completions
 */
export async function askMeanwhile(server: Server, workspace: string, article: string, until: Promise<unknown>): Promise<readonly [hover: string, completion: string]> {
  const draft = pathToFileURL(path.join(workspace, 'meanwhile.md')).toString(), lines = article.split('\n'), hovers: number[] = [], completions: number[] = [];
  const names = lines.flatMap((text, line) => [...text.matchAll(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)].map(({ index }) => ({ line, character: index + 2 })));
  await server.open(draft, [...lines, '', ...typed.map((words) => `“${words}`), ''].join('\n'));
  let ended = false;
  const timed = async (list: number[], ask: () => Promise<unknown>): Promise<void> => {
    const before = performance.now();
    await ask();
    list.push(performance.now() - before);
  };
  const asking = (async () => {
    for (let i = 0; !ended; i++) {
      const name = names[i % names.length], words = i % typed.length;
      if (name) await timed(hovers, () => server.hover(draft, name.line, name.character));
      await timed(completions, () => server.request('textDocument/completion', { textDocument: { uri: draft }, position: { line: lines.length + 1 + words, character: typed[words]!.length + 1 } }));
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  await until;
  ended = true;
  await asking;
  const told = (list: readonly number[]): string => (list.length === 0 ? '–' : [50, 99].map((share) => percentile(list, share).toFixed(1)).join('/'));
  return [told(hovers), told(completions)];
}
