/** Accents by command, as combining marks. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328',
};
const letters: Readonly<Record<string, string>> = {
  textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciitilde: '~', textasciicircum: '^',
  ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı',
  ldots: '…', dots: '…', textemdash: '—', textendash: '–',
};

/** What a field of a `.bib` file reads as: accents and escapes resolved, other commands and all braces left out. Empty for nothing. */
export function plainLatex(text: string): string {
  return text
    .replace(/\\([`'^~=."])\s?\{?(\\i(?![A-Za-z])|[A-Za-z])\}?/g, (_, accent: string, letter: string) => accented(accent, letter))
    .replace(/\\([uvHrdck])(?:\s{1,3}|\{)([A-Za-z])\}?/g, (_, accent: string, letter: string) => accented(accent, letter))
    .replace(/\\([A-Za-z]+)(?:\{\}|\s)?|\\([^A-Za-z])|---|--|``|''|~|[{}]/g, (whole, command: string | undefined, escaped: string | undefined) => {
      if (command !== undefined) return letters[command] ?? '';
      if (escaped !== undefined) return escaped;
      return { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' }[whole] ?? '';
    })
    .replace(/\s+/g, ' ').trim();
}

const accented = (accent: string, letter: string): string => (letter.replace('\\i', 'i') + accents[accent]).normalize('NFC');
