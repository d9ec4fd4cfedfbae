import type { NoiseKind, NoiseSpan } from './article';
import { isPromotion } from './promotion';
import { linesOf } from './spans';

/** A line that is longer than this is no marker. */
const markerLength = 90;

/** Whole lines that mark an advertisement or lead over one. */
const advertisement = [
  /^(?:advertisements?|advertising|advert|sponsored(?: content| post| link)?s?|paid (?:content|post|partner content)|promoted(?: content| links)?|ad feedback|(?:AD|ADS|Ad))$/i,
  /^(?:the )?(?:story|article|report|post) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|video|gallery|promotion|newsletter(?: promotion)?))?$/i,
  /^(?:scroll (?:down )?(?:to|for) (?:continue|more)(?: (?:with|reading) (?:the )?(?:content|story|article|below))?|continue reading(?: below)?|keep reading|skip (?:advertisement|ad|(?:past )?newsletter promotion)|after newsletter promotion|(?:this )?advertisement has not loaded yet)$/i,
];

/** Whole lines of a page's furniture. */
const furniture = [
  /^(?:share(?: this(?: (?:story|article|post|page))?)?(?: (?:on|via|with) [\p{L} ,/&]{1,50})?|tweet(?: this)?|pin it|print(?: this(?: page)?)?|email(?: this)?|copy link|link copied|save(?: for later)?|comments?(?: \(\d{1,6}\))?|\d{1,6} comments|leave a comment|view comments|back to top|load more|show more|read more|see more|more stories|related (?:articles|stories|topics|content|posts|news)|most (?:read|popular|viewed)(?: stories)?|trending(?: now)?|recommended(?: for you)?|you may also like|editor['’]?s['’]? picks?|log ?in|sign ?in|register|menu|search)$/iu,
  /^(?:(?:facebook|twitter|x|whats ?app|telegram|linkedin|reddit|e-?mail|print|copy link|messenger|pinterest|instagram|youtube|share|tweet|flipboard)(?:\s*[|,/·•]\s+|\s+|$)){2,12}$/i,
  /^(?:photo(?:graph)?|image|picture|file photo|file image|illustration|video|graphic|map)s?(?: credits?| by| source| courtesy(?: of)?)?: ?\S.{0,80}$/i,
  /^\(?(?:photo|image|picture|file photo)s? (?:by|credit|courtesy)\b.{0,80}$/i,
  /^(?:getty images|shutterstock|reuters\/[\p{L} .'’-]{3,40}|(?:ap|afp) photo(?:\/[\p{L} .'’-]{3,40})?|(?:[\p{L} .'’-]{3,40}\/)?(?:getty images|afp|epa|shutterstock)(?:\/[\p{L} .'’-]{3,40})?)$/iu,
  /^(?:tags|topics|filed under|categories|keywords|more on|in this article):? \S/i,
  /^https?:\/\/\S+$/i,
  /^(?:[-–—_=*·•~#] ?){3,80}$/,
];

/** Beginnings of legal and syndication notes; the line may be longer. */
const legal = [
  /^(?:©|\(c\) ?(?=\d|\p{Lu})|copyright (?:©|\(c\)|\d{4}))/iu,
  /^(?:[^.]{0,80}\. )?all rights reserved\b/i,
  /^(?:this|the) (?:article|story|report|piece|post|column|commentary|essay|version of this (?:article|story)) (?:(?:was|is) )?(?:originally |first |also )?(?:published|appeared|appears|posted|republished|syndicated|provided) (?:first |originally |here )?(?:by|in|on|at|from|with|under)\b/i,
  /^(?:this|the) (?:article|story|report) (?:has been|was) (?:updated|corrected|amended|edited|translated|generated|published from|auto-generated)\b/i,
  /^(?:this|the) material may not be (?:published|broadcast|rewritten|redistributed|reproduced)/i,
  /^all content created by .{0,120}available (?:without charge|free)/i,
  /^all republished articles must include\b/i,
  /^for (?:licensing|syndication|reprint|republishing) (?:opportunities|inquiries|enquiries|rights|guidelines|questions)/i,
  /^for any questions about our guidelines\b/i,
  /^(?:the )?(?:views|opinions) expressed (?:in this|here|are|by the author)/i,
  /^content (?:provided|created) by\b.{0,100}(?:eligible|licen[sc]e|permission|syndicat)/i,
  /^(?:republished|reprinted|reproduced|reposted|used) (?:with|by) (?:the )?(?:kind )?permission\b/i,
];

/** Credits of editors and helpers in brackets at the end of agency reports. */
const credit = /^[([](?:additional )?(?:reporting|writing|editing|compiled|translated|production|with (?:inputs?|files|reporting)|this story)\b[^)\]]{0,400}[)\]]?\.?$/i;

/**
 * Lines that stand in an article but are no part of what it says: ad markers, promotion, page furniture, legal notes, credits.
 * A line counts only as a whole, so no sentence of a paragraph is ever lost to a marker that it mentions. Linear in the text.
 * @param from where the text proper begins (after front matter)
 * @returns ascending, disjoint; empty when there is none
 */
export function findNoise(text: string, from = 0): NoiseSpan[] {
  const noise: NoiseSpan[] = [];
  for (const line of linesOf(text, from)) {
    if (!line.trimmed) continue;
    const kind = noiseKind(line.trimmed);
    if (kind) noise.push({ start: line.textStart, end: line.textStart + line.trimmed.length, kind });
  }
  return noise;
}

/** What legal notes and credits begin with; spares the patterns most lines. */
const legalStart = /^(?:©|[([]|copyright|this|the |all |for |views|opinions|content|rep|used)/i;
const firstLetters = new Set('©([cCtTaAfFvVoOrRuU');

function mayBeLegal(line: string): boolean {
  if (firstLetters.has(line.charAt(0)) && legalStart.test(line)) return true;
  const stop = line.indexOf('.');
  return stop >= 0 && stop <= 80 && /^\. all rights/i.test(line.slice(stop, stop + 12));
}

function noiseKind(line: string): NoiseKind | undefined {
  if (line.length <= markerLength) {
    const bare = line.replace(/^[\s\-–—*_[({<>|=~.:↓▼]{1,12}/, '').replace(/[\s\-–—*_\])}<>|=~.:↓▼]{1,12}$/, '');
    if (advertisement.some((marker) => marker.test(bare))) return 'advertisement';
    if (furniture.some((marker) => marker.test(line) || marker.test(bare))) return 'boilerplate';
  }
  if (line.length <= 700 && mayBeLegal(line)) {
    if (legal.some((beginning) => beginning.test(line))) return 'boilerplate';
    if (credit.test(line)) return 'byline';
  }
  return isPromotion(line) ? 'promotion' : undefined;
}
