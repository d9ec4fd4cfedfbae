/** Largest file that is read, in bytes (5 MB): the longest articles have a twentieth of it, and what is larger is a dump of many. Compared before a file is opened. */
export const sizeLimit = 5 * 1024 * 1024;
