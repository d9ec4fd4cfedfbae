/** Milliseconds of work after which others get a turn: a keystroke must not wait for longer. */
const TURN = 4;

/** When the event loop came to the work that goes on, 0 where nothing has asked in this round of it; and who waits for a round. */
let began = 0;
const waiting: (() => void)[] = [];

/**
 * Lets other work in between; to be called before each step of something long. A store in this process answers at once, so that a loop of awaits alone would
 * hold the thread to its end. All long work of a thread shares the time of one round of the event loop; who waits goes on in the order of coming, one a round.
 * @returns a promise to wait for when it is time, else undefined
 */
export function turn(): Promise<void> | undefined {
  const now = performance.now();
  if (began === 0) begin(now);
  return now - began < TURN ? undefined : new Promise((resolve) => void waiting.push(resolve));
}

function begin(now: number): void {
  began = now;
  setImmediate(() => {
    began = 0;
    const next = waiting.shift();
    if (!next) return;
    begin(performance.now());
    next();
  });
}
