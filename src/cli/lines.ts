import readline from 'node:readline';
import { once } from 'node:events';

/** Lines of a stream, one at a time, whatever their length. */
export function linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  return readline.createInterface({ input, crlfDelay: Infinity });
}

/** Lines in batches: as many as have come, up to a number and a size; a reader at a terminal gets each answer at once. */
export function batchesOf(lines: AsyncIterable<string>, most: number, units: number): AsyncGenerator<string[]> {
  // Begun at once: lines that come before somebody listens would be lost.
  return gather(lines[Symbol.asyncIterator](), most, units);
}

async function* gather(iterator: AsyncIterator<string>, most: number, units: number): AsyncGenerator<string[]> {
  let next = iterator.next(), batch: string[] = [], size = 0;
  for (;;) {
    // What is there already is taken along; for what is not, the batch goes out first.
    const ready = batch.length === 0 ? await next : await Promise.race([next, new Promise<undefined>((resolve) => { setImmediate(() => resolve(undefined)); })]);
    if (ready === undefined || ready.done || batch.length >= most || size >= units) {
      if (batch.length > 0) yield batch;
      batch = [];
      size = 0;
      if (ready?.done) return;
      if (ready === undefined) continue;
    }
    batch.push(ready.value);
    size += ready.value.length;
    next = iterator.next();
  }
}

/** Writes a line and waits when the reader is slower. Ends the process quietly when the reader has gone (`| head`). */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Makes a closed pipe the end of the work rather than an error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
