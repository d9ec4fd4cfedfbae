/** Notations with an escape of their own; everything else takes text as it is. */
export type Notation = 'markdown' | 'latex' | 'typst' | 'asciidoc' | 'restructuredtext' | 'plaintext';

/** The notation of an editor language; `plaintext` for those that are not known. */
export function notationOf(languageId: string): Notation {
  switch (languageId) {
    case 'markdown': case 'quarto': return 'markdown';
    case 'latex': case 'tex': return 'latex';
    case 'typst': case 'asciidoc': case 'restructuredtext': return languageId;
    default: return 'plaintext';
  }
}

const latexNames: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Text of an article as one line of a draft that shows it and does nothing else. */
export function escapeFor(notation: Notation, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  switch (notation) {
    case 'markdown': return line.replace(/[\\`*_{}[\]<>#|~$^@&]/g, '\\$&');
    case 'latex': return line.replace(/[\\~^#$%&_{}]/g, (c) => latexNames[c] ?? `\\${c}`);
    case 'typst': return line.replace(/[\\#$*_`@<>[\]~/"]/g, '\\$&');
    case 'asciidoc': return line.replace(/[&[\]*_`#^~{<+:]/g, (c) => `&#${c.charCodeAt(0)};`);
    case 'restructuredtext': return line.replace(/[\\*`|_<>]/g, '\\$&');
    default: return line;
  }
}

/** A web address, such that no bracket or quotation mark ends it early; undefined for anything but `http:` and `https:`. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url.trim().replace(/[\s<>()[\]{}"'`\\|^*]/g, percent) : undefined;
}

/** A relative path as the target of a link. */
export function safePath(path: string): string {
  return path.replace(/[\s<>()[\]{}"'`\\|^*%#?&:]/g, percent);
}

/** ASCII and blanks only: `encodeURIComponent` leaves brackets and apostrophes as they are. */
function percent(c: string): string {
  const code = c.charCodeAt(0);
  return code > 127 ? encodeURIComponent(c) : `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
