/**
 * A message to the writer such that names, paths and other words in it do nothing: editors make a link or a command of `[words](target)` in a message.
 * It reads the same, with a character between that does not show.
 */
export function linkless(message: string): string {
  return message.replace(/\](?=\()/g, ']\u2060');
}
