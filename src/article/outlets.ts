/**
 * Words that mark the name of a news outlet. General vocabulary of mastheads, so that a capitalised line is taken for an outlet
 * only where it says so itself.
 */
const mastheadWords = new Set((
  'news newspaper newspapers newswire wire times post press daily weekly monthly tribune journal herald gazette chronicle courier observer ' +
  'telegraph guardian independent examiner standard mail mirror express star sun globe record review magazine agency media broadcasting ' +
  'broadcaster radio television tv network channel dispatch bulletin monitor economist inquirer sentinel register echo zeitung presse ' +
  'presseagentur foundation caller nachrichten monde tagblatt rundschau allgemeine pais diario correo reporter politico intelligencer today'
).split(' '));

/** Agencies and broadcasters whose names hold no such word. */
const agencies = new Set((
  'reuters|ap|afp|upi|dpa|efe|ansa|tass|xinhua|kyodo|yonhap|anadolu|irna|isna|tasnim|mehr|interfax|bloomberg|bbc|cnn|npr|pbs|abc|cbs|nbc|cnbc|msnbc|' +
  'aljazeera|al jazeera|al arabiya|rt|cgtn|cctv|scmp|pti|ani|antara|bernama|rfe/rl|rfi|dw|deutsche welle|rferl|voa|voice of america|agence france-presse|' +
  'associated press|the associated press|le monde|der spiegel|die zeit|el país|haaretz|axios|vox|wikinews|the hill|the conversation'
).split('|'));

const notOutlet = /\b(?:correspondent|editor|writer|reporter|staff|contributor|columnist|analyst|bureau chief|professor|fellow)s?\b/i;

/** True when words, taken alone, are the name of a news outlet: `Associated Press`, `AFP`, `Example Valley Herald`, `Example Post-Gazette`. */
export function isOutletName(words: string): boolean {
  const name = words.trim();
  if (!name || name.length > 60 || notOutlet.test(name)) return false;
  if (agencies.has(name.toLowerCase())) return true;
  const parts = name.split(/\s+/);
  if (parts.length > 7 || !parts.every((part) => /^(?:\p{Lu}|of$|the$|and$|for$|de$|la$|&$|-$|–$)/u.test(part))) return false;
  if (/[.!?:;”"]$/.test(name)) return false;
  return parts.length > 1 && parts.some((part) => part.split('-').some((word) => mastheadWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))))
    || /^\p{Lu}[\w-]+\.(?:com|org|net|co\.uk)$/u.test(name);
}
