import type { Problem } from './article';

/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes turned into text. */
export interface Decoded {
  /** Without the byte order mark, as editors count offsets. Undefined when the bytes are no text or hold no word. */
  readonly text: string | undefined;
  readonly encoding: Encoding;
  readonly problems: readonly Problem[];
}

/** Characters that Windows-1252 has at 0x80–0x9F; U+0000 where it has none (WHATWG Encoding Standard, index windows-1252). */
const windows1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Bytes looked at to tell text from other things. */
const sample = 8192;

/**
 * The text of a file: UTF-8 or UTF-16 (by byte order mark or by the zero bytes of Latin text), else Windows-1252, which
 * every byte string fits and which Latin-1 files are in practice. Deterministic, so a text can be read again by offset.
 * @returns undefined when the bytes are no text (they hold NUL)
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    return text.includes('\0') ? undefined : { text, encoding: wide };
  }
  if (bytes.includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (controlShare(bytes) > 0.02) return undefined;
    return { text: decodeLegacy(bytes), encoding: 'windows-1252' };
  }
}

/** Decodes a corpus file and says what is wrong with it. Never throws. */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const problem = (code: Problem['code'], message: string, indexed: boolean): Problem => ({ code, path, message, indexed });
  const name = fileName(path);
  const decoded = decodeText(bytes);
  if (!decoded) {
    const message = `${name} is no text file. Remove it from the corpus or save it as text.`;
    return { text: undefined, encoding: 'utf-8', problems: [problem('binary', message, false)] };
  }
  if (!/\S/.test(decoded.text)) {
    const message = `${name} is empty. Paste the article into it or delete it.`;
    return { text: undefined, encoding: decoded.encoding, problems: [problem('empty', message, false)] };
  }
  const problems: Problem[] = [];
  if (decoded.encoding === 'windows-1252') {
    const message = `${name} is not UTF-8 and was read as Windows-1252, so letters with accents may be wrong. Save it with encoding UTF-8.`;
    problems.push(problem('encoding', message, true));
  }
  return { ...decoded, problems };
}

/** The last part of a path, for messages. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2) return undefined;
  const end = Math.min(bytes.length, sample) & ~1;
  let even = 0, odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // Text in Latin letters has a zero in nearly every pair, always on the same side.
  const many = end / 2 * 0.6;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return undefined;
}

/** Share of control characters other than white space, which text in a one-byte encoding does not have. */
function controlShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, sample);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls / end;
}

function decodeLegacy(bytes: Uint8Array): string {
  // Some Node releases decode `windows-1252` as Latin-1, so the range in which the two differ is mapped here.
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, (char) => {
    const mapped = windows1252[char.charCodeAt(0) - 0x80]!;
    return mapped === '\0' ? char : mapped;
  });
}
