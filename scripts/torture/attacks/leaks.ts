/** Thousands of edits, hovers, completions and re-indexings: memory, handles and open files end where they began. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../editor/paths';
import type { Attack, Result } from '../attack';
import { article, draft } from '../harness/newsroom';
import { Server } from '../harness/server';
import { World } from '../harness/world';

interface Measure {
  /** Bytes in use after a collection. */
  readonly heap: number;
  readonly handles: number;
  readonly listeners: number;
}

export const leaks: Attack = {
  name: 'leaks',
  async run({ short }) {
    const times = short ? 300 : 10_000, world = new World(40), lost: string[] = [];
    const preload = pathToFileURL(path.join(root, 'scripts', 'torture', 'harness', 'measure.mjs')).toString();
    const server = await Server.ready({ roots: [world.workspace], storage: world.storage, execArgv: ['--expose-gc', '--import', preload] });
    const uri = world.uriOf('long.md'), text = draft(0, 20), name = article(0).people[0]!, lines = text.split('\n'), row = lines.findIndex((line) => line.includes(name));
    const place = { textDocument: { uri }, position: { line: row, character: lines[row]!.indexOf(name) + 2 } };
    try {
      await server.open(uri, text);
      let version = 1;
      const round = async (n: number): Promise<void> => {
        await server.replace(uri, `${text}\nAnd more ${n}: “${article(n % 40).quotations[0]}`, ++version);
        await Promise.all([server.request('textDocument/hover', place), server.request('textDocument/completion', { textDocument: { uri }, position: { line: lines.length, character: 40 } }), server.request('textDocument/codeLens', { textDocument: { uri } })]);
        if (n % 10 === 0) {
          writeFileSync(path.join(world.corpus, 'part0', `article${n % 40}.txt`), article(n % 2 ? n % 40 : 40 + (n % 40)).text);
          await server.request('attest/rescan');
        }
        if (n % 50 === 0) await server.notify('workspace/didChangeConfiguration', { settings: null });
        if (n % 25 === 0) {
          await server.notify('textDocument/didOpen', { textDocument: { uri: world.uriOf(`other${n}.md`), languageId: 'markdown', version: 1, text: 'Short “draft of four words”.' } });
          await server.notify('textDocument/didClose', { textDocument: { uri: world.uriOf(`other${n}.md`) } });
        }
      };
      // What is kept on purpose (texts, verdicts, statements) fills first.
      for (let n = 0; n < Math.min(150, times); n++) await round(n);
      const before = await measure(server), files = openFiles(server);
      for (let n = 0; n < times; n++) await round(n);
      const after = await measure(server), filesAfter = openFiles(server);
      const growth = (after.heap - before.heap) / 1_048_576;
      if (growth > 8 && growth > times / 250) lost.push(`${growth.toFixed(1)} MB more heap after ${times} rounds`);
      if (after.handles > before.handles + 2) lost.push(`${after.handles - before.handles} handles more`);
      if (after.listeners > before.listeners + 2) lost.push(`${after.listeners - before.listeners} listeners more`);
      if (filesAfter > files + 3) lost.push(`${filesAfter - files} open files more`);
      await server.stop();
      const figures = `heap ${(before.heap / 1_048_576).toFixed(1)} → ${(after.heap / 1_048_576).toFixed(1)} MB, handles ${before.handles} → ${after.handles}, listeners ${before.listeners} → ${after.listeners}, open files ${files} → ${filesAfter}`;
      return [{ what: 'rounds of an edit, a hover, a completion and a lens; re-indexing every tenth', times, lost, figures } satisfies Result];
    } finally {
      world.remove();
    }
  },
};

/** What the server measures of itself, asked by a signal and answered on its standard error. */
async function measure(server: Server): Promise<Measure> {
  const asked = server.errors.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  server.process.kill('SIGUSR2');
  for (let tries = 0; tries < 200; tries++) {
    const line = /^MEASURE (.*)$/m.exec(server.errors.slice(asked))?.[1];
    if (line !== undefined) return JSON.parse(line) as Measure;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not measure itself');
}

/** Open files of a process; 0 where the system does not tell. */
function openFiles(server: Server): number {
  try {
    return readdirSync(`/proc/${server.process.pid}/fd`).length;
  } catch {
    return 0;
  }
}
