import { TokenKind } from '../tokens';

/** How a token is written, as one small number: a feature of its own and a part of others. */
export const Shape = {
  lower: 0, capitalised: 1, capitals: 2, initial: 3, innerCapital: 4, year: 5, number: 6, mark: 7, initialism: 8,
  hyphenCapitals: 9, hyphenLower: 10, lowerHyphenCapital: 11, capitalsWithEnding: 12, possessive: 13, connector: 14,
} as const;

const HYPHEN = 45, NON_BREAKING_HYPHEN = 0x2011, FULL_STOP = 46, AMPERSAND = 38;
const upper = new Uint8Array(0x2100);
const caseless = new Uint8Array(0x2100);
let filled = false;

function fill(): void {
  const capital = /[\p{Lu}\p{Lt}]/u, letter = /\p{L}/u, lower = /\p{Ll}/u;
  for (let code = 0; code < upper.length; code++) {
    const c = String.fromCharCode(code);
    if (capital.test(c)) upper[code] = 1;
    if (!letter.test(c) || (!capital.test(c) && !lower.test(c))) caseless[code] = 1;
  }
  filled = true;
}

/** Shape of a token, given its characters and its `TokenKind`. */
export function shapeOf(text: string, kind: number): number {
  if (!filled) fill();
  const start = 0, end = text.length;
  if (kind === TokenKind.number) return end - start === 4 && /^[12]\d{3}$/.test(text) ? Shape.year : Shape.number;
  if (kind !== TokenKind.word) return text.charCodeAt(start) === AMPERSAND ? Shape.connector : Shape.mark;
  let capitals = 0, lowers = 0, hyphens = 0, stops = 0, afterHyphen = 0;
  for (let p = start; p < end; p++) {
    const code = text.charCodeAt(p);
    if (code === HYPHEN || code === NON_BREAKING_HYPHEN) { hyphens++; afterHyphen = p + 1; continue; }
    if (code === FULL_STOP) { stops++; continue; }
    if (code >= upper.length) { lowers++; continue; }
    if (upper[code]) capitals++;
    else if (!caseless[code]) lowers++;
  }
  const first = isUpper(text.charCodeAt(start));
  if (capitals === 0) return lowers <= 1 && end - start === 2 && !first && isApostrophe(text.charCodeAt(start)) ? Shape.possessive : Shape.lower;
  if (hyphens > 0) {
    const last = isUpper(text.charCodeAt(afterHyphen));
    if (first && last) return lowers === 0 ? Shape.capitals : Shape.hyphenCapitals;
    return first ? Shape.hyphenLower : Shape.lowerHyphenCapital;
  }
  if (stops > 0) return Shape.initialism;
  if (lowers === 0) return capitals === 1 ? Shape.initial : Shape.capitals;
  if (first && capitals === 1) return Shape.capitalised;
  if (lowers === 1 && capitals > 1 && text.charCodeAt(end - 1) === 115) return Shape.capitalsWithEnding;
  return Shape.innerCapital;
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2018 || code === 0x2019;

/** Whether a code unit is a capital letter of the Latin, Greek or Cyrillic alphabet. */
export function isUpper(code: number): boolean {
  if (!filled) fill();
  return code < upper.length && upper[code] === 1;
}

/** Shapes that carry a capital letter: what a name can begin and end with. */
export const hasCapital = (shape: number): boolean =>
  (shape >= Shape.capitalised && shape <= Shape.innerCapital) || (shape >= Shape.initialism && shape <= Shape.capitalsWithEnding);
