/**
 * Options of the Node that runs the language server. A nursery that may grow (to 16 to 64 MB and as much again, as Node has it) makes answers no faster
 * and is never given back; the threads have theirs set where they are started.
 */
export const serverArguments: readonly string[] = ['--max-semi-space-size=8'];

/**
 * Variables for the process of the language server. Where memory comes from the GNU C library (an editor that runs on a server), each thread has an arena of
 * its own, and what a thread that has ended left in its arena stays with the process: 100 MB after thousands of articles have been indexed.
 */
export const serverEnvironment: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };
