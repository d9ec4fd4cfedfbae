import { setPriority } from 'node:os';

/** Niceness of threads whose work can wait: they get a third of what others get who want the same processor. */
export const BEHIND = 5;

/**
 * Has this thread, and no other, stand back behind those of this process and of others that want the processor; to be called in a worker thread. Only Linux gives
 * threads a priority of their own (setpriority(2), "C library/kernel differences"); elsewhere nothing is done, since the whole process would be meant.
 */
export function standBehindOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(BEHIND);
  } catch {
    // A container may forbid it: the thread then works as the others do.
  }
}
