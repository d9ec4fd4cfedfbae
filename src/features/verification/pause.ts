/** Milliseconds of work after which others get a turn: a keystroke must not wait for longer. */
const TURN = 4;

/**
 * Lets other work in between. A store in this process answers at once, so that a loop of awaits alone would hold the thread to its end.
 * @returns a function to call in a loop: a promise to wait for when it is time, else undefined
 */
export function turns(every = TURN): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < every) return undefined;
    return new Promise((resolve) => setImmediate(() => {
      since = performance.now();
      resolve();
    }));
  };
}
