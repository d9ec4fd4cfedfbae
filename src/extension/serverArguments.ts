/**
 * Options of the Node that runs the language server. A nursery that may grow (to 16 to 64 MB and as much again, as Node has it) makes answers no faster
 * and is never given back. For the main thread only: the server takes the limit back before it starts others, which are given theirs one by one.
 */
export const serverArguments: readonly string[] = ['--max-semi-space-size=8'];

/**
 * Variables for the process of the language server. Where memory comes from the GNU C library (an editor that runs on a server), each thread has an arena of
 * its own, and what a thread that has ended left in its arena stays with the process: 100 MB after thousands of articles have been indexed.
 */
export const serverEnvironment: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };
