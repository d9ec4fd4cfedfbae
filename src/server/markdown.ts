/** Writing untrusted text into Markdown: what an article says must never become markup, link, image or command. */

const special = /[\\*_{}[\]>()#|~!&^$=]/g;
/** Where these stand, even escaped, the editor’s Markdown looks for code and tags and takes our own marks between them for words. */
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '`': '&#96;' };

/** A hover is no place for a book. */
const LONGEST = 4_000;

/**
 * Text as Markdown that shows exactly these characters on one line: white space is collapsed, marks of markup are escaped,
 * and what would be linked by itself (addresses of sites and mail) is broken by escapes. Control and direction characters are dropped, and so is what is longer than a hover can show.
 */
export function plain(text: string): string {
  return (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(special, '\\$&')
    .replace(/[<`]/g, (mark) => entities[mark]!)
    .replace(/:(?=\/)/g, '\\:')
    .replace(/@/g, '\\@')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.');
}

/** A Markdown link whose label is shown as it is. `target` must come from us, never from an article. */
export function link(label: string, target: string, title?: string): string {
  const safe = target.replace(/[()\s<>]/g, (c) => encodeURIComponent(c).replace(/[()]/g, (p) => (p === '(' ? '%28' : '%29')));
  return `[${plain(label)}](${safe}${title ? ` "${title.replace(/["\\]/g, '')}"` : ''})`;
}
