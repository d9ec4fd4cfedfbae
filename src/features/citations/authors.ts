/** A name as CSL-JSON has it: in parts for people, `literal` for institutions and single names. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly literal?: string;
}

const institution = /\b(?:staff|agenc(?:y|ies)|reuters|afp|ap|news|press|desk|team|editors?|bureau|correspondents?|reporters?|writers?|post|times|wire|service|foundation|institute|ministry)\b/i;
const particle = /^(?:al|bin|ibn|da|de|del|della|di|dos|du|la|le|ten|ter|van|von|der|den|zu|y)$/;
const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The authors of a byline (`By A. B. Diaz and Mary van Gelder`), in order; empty for an empty byline. */
export function authorsOf(byline: string): CslName[] {
  return byline.replace(/\s+/g, ' ').replace(/^\s*by\s+/i, '')
    .split(/ ?[;|] ?|,? (?:and|&) |, (?!(?:jr|sr|ii|iii|iv)\b)/i)
    .map((name) => name.trim()).filter((name) => name !== '').map(splitName);
}

/** Given and family name; the last word and the particles before it are the family name. */
function splitName(name: string): CslName {
  const words = name.split(/,?\s+/);
  if (words.length === 1 || words.length > 6 || institution.test(name)) return { literal: name };
  const suffix = words.length > 2 && suffixes.test(words.at(-1)!) ? words.pop() : undefined;
  const family = words.pop()!;
  let from = words.length;
  while (from > 1 && particle.test(words[from - 1]!)) from--;
  const particles = words.slice(from).join(' ');
  return { family, given: words.slice(0, from).join(' '), ...(particles ? { 'non-dropping-particle': particles } : {}), ...(suffix ? { suffix } : {}) };
}
