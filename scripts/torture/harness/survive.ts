/** Starting a server on something broken, and looking at what comes of it. */
import { rowsRequest } from '../../../src/server/protocol/views';
import { dumpIndex, differences } from './indexDump';
import { Server, type ServerOptions } from './server';
import type { World } from './world';

/** What a server makes of a fault: it works and its index is as if built afresh, or it says why it does not; else what is wrong. */
export interface Survived {
  readonly outcome: 'rebuilt or kept' | 'refused, with a message';
  readonly lost: readonly string[];
}

/** Starts a server, looks what state it comes to, ends it and compares the index to one built afresh. */
export async function survive(world: World, options: ServerOptions, fresh: readonly string[]): Promise<Survived> {
  const server = await Server.start(options);
  try {
    const { phase, message } = await server.status(({ phase }) => phase === 'ready' || phase === 'failed');
    if (phase === 'failed') {
      const lost = message && message.length > 20 ? [] : [`failed without saying why: ${message}`];
      await server.stop();
      return { outcome: 'refused, with a message', lost };
    }
    await askAll(server, world);
    await server.status(({ phase }) => phase === 'ready');
    await server.lookedThrough();
    await server.status(({ phase }) => phase === 'ready');
    await server.stop();
    return { outcome: 'rebuilt or kept', lost: await compareToFresh(world, fresh) };
  } catch (error) {
    await server.kill();
    return { outcome: 'rebuilt or kept', lost: [String(error)] };
  }
}

/** What the index of a world has otherwise than one built afresh. */
export async function compareToFresh(world: World, fresh: readonly string[]): Promise<string[]> {
  const file = world.index();
  if (!file) return ['there is no index'];
  return dumpIndex(file).then((found) => differences(fresh, found), (error: unknown) => [String(error)]);
}

/** Asks what a writer asks in passing; errors are the server's to deal with. */
export async function askAll(server: Server, world: World): Promise<void> {
  const uri = world.uriOf('asked.md');
  await server.open(uri, 'Then Holm and Varga spoke: “We will not give up');
  await Promise.allSettled([
    server.hover(uri, 0, 6),
    server.request('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 46 } }),
    server.request(rowsRequest, { view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' }, offset: 0, limit: 50 }),
    server.request('attest/quotations', { words: 'without delay', limit: 50 }),
    server.request('workspace/symbol', { query: 'Weiss' }),
  ]);
  await server.notify('textDocument/didClose', { textDocument: { uri } });
}
