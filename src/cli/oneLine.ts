/** Words of articles may hold anything; a line stays a line, and no control character reaches the terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
