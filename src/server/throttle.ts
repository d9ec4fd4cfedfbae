/**
 * A function that runs `run` at once, then at most every `every` milliseconds while it is called, a last time included, and never twice at
 * the same time. Failures of `run` end nowhere: it tells itself.
 */
export function throttle(every: number, run: () => Promise<unknown>): () => void {
  let busy = false, again = false;
  const go = async (): Promise<void> => {
    busy = true;
    do {
      again = false;
      await run().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, every).unref());
    } while (again);
    busy = false;
  };
  return () => {
    if (busy) again = true;
    else void go();
  };
}
