/** Characters that steer a display instead of showing: they turn the direction of the text around them, or belong to a terminal. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Words of articles may hold anything; here they become one line of what can be read, and steer neither a terminal nor the words beside them. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(steering, '').trim();
}

/** The same, cut at a word where it is longer than so many characters. */
export function shortened(text: string, longest: number): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1), end = cut.lastIndexOf(' ');
  let to = end > longest / 2 ? end : longest;
  while (to > 0 && /[\s,;:.–—-]/.test(cut.charAt(to - 1))) to--;
  return `${cut.slice(0, to)}…`;
}
