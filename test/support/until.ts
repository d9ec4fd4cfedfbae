/** How long is waited for what comes on its own time: far longer than it takes, since the machine may be busy with something else. */
const PATIENCE = 30_000;

/** Waits until a condition holds, or until patience ends; whoever asks checks once more what came of it. `milliseconds` between two looks. */
export async function until(condition: () => boolean, milliseconds = 5): Promise<void> {
  for (const end = Date.now() + PATIENCE; !condition() && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks until there is an answer, and returns it; throws what `missing` says when patience ends. */
export async function eventually<T>(ask: () => Promise<T | undefined> | T | undefined, missing: () => string = () => 'it never came'): Promise<T> {
  for (const end = Date.now() + PATIENCE;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(missing());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
