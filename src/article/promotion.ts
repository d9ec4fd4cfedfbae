/** A promotion is a paragraph of its own, and not a long one. */
const longest = 700;

/** Pointers to other articles; what follows is another item's headline. */
const pointer = /^(?:read (?:more|also|next|this)|also read|see also|see more|more(?: on this)?|related(?: (?:story|article|coverage|reading))?|recommended|watch(?: (?:now|live|more|also|this))?|listen(?: now)?|don['’]t miss|in pictures|in case you missed it|must read|explainer|more from .{1,40}|what to read next)\s*[:|»>–—-]\s*(?=\S)/i;

/** First words of {@link imperative}; nearly no paragraph has one. */
const urges = new Set(('please want wanting wanted like liking love loving loved enjoy enjoying enjoyed sign subscribe follow click tap download join get discover try support donate send email share ' +
  'register read watch listen check stay keep become receive unlock start find visit browse explore tune add have do are got contact help make never don for to you thank').split(' '));

function opensUrging(paragraph: string): boolean {
  let end = 0;
  for (; end < 12; end++) {
    const code = paragraph.charCodeAt(end) | 32;
    if (!(code >= 97 && code <= 122)) break;
  }
  return urges.has(paragraph.slice(0, end).toLowerCase());
}

/** Verbs that tell the reader to do something, at the start of the paragraph. */
const imperative = /^(?:please )?(?:(?:want|like|love|enjoy)(?:ing|ed)? (?:to |more |this )?|sign up|subscribe|follow|like us|click|tap|download|join|get|discover|try|support|donate|send|email|share|register|read|watch|listen|check out|stay|keep up|become|receive|unlock|start|find|visit|browse|explore|tune in|add|have (?:a|you|any)|do you|are you|got a|contact|help|make|never miss|don['’]t miss|for more|to (?:read|get|receive|subscribe|sign|learn|continue)|you can|you['’]re|thank)\b/i;

const secondPerson = /\b(?:you|your|yours|you['’](?:re|ll|ve))\b/i;
const ourselves = /\b(?:our|us)\b/i;

/** What promotions offer or name. Each family counts once. */
const offers: readonly RegExp[] = [
  /\b(?:e-?)?newsletters?\b/i,
  /\b(?:subscri(?:be|bers?|ptions?)|sign(?:ing)? ?up|membership|free trial|premium|unlimited access|paywall)\b/i,
  /\b(?:in|to) your (?:inbox|phone|feed|email)|\b(?:inbox|notifications?|email alerts?|news alerts?|push alerts?)\b/i,
  /\b(?:podcasts?|the app|mobile app|our app|app store|google play|(?:ios|android) app)\b/i,
  /\b(?:facebook|twitter|instagram|youtube|linkedin|tiktok|whats ?app|telegram|google news|truth social|flipboard|rss)\b/i,
  /\b(?:explainers?|faqs?|infographics?|curated|analyses|in-depth|live blog|briefings?|deep dives?)\b/i,
  /\b(?:award-winning|exclusive|best-in-class|must-read|hand-?picked|trusted|independent journalism|quality journalism|our journalism|our (?:journalists|reporters|team))\b/i,
  /\b(?:latest (?:news|stories|updates|headlines|developments)|breaking news|top (?:news|stories)|biggest (?:stories|topics|news)|daily (?:news|briefing|digest)|more (?:news|stories|coverage)|news tips?|story ideas?)\b/i,
  /\b(?:platform|website|web site|homepage|channel|discounts?|special offer|% off|donation|gift)\b/i,
];

/** A promotion reports nothing: nobody says anything in it. */
const reporting = /\b(?:said|says|has|have been|told|according to|wrote|announced|reported|replied|tweeted|warned|urged|accused|claimed|he|she|they|his|her|was|were|had)\b/i;
const quoted = /[“„«]|(?:^|\s)"/;

/**
 * Whether a paragraph sells something to the reader instead of reporting: it addresses the reader and names what the outlet offers
 * (newsletter, app, channel, explainers), or points to another item. Quoted and reported speech never counts.
 */
export function isPromotion(paragraph: string): boolean {
  if (paragraph.length > longest) return false;
  const pointed = paragraph.length <= 220 ? pointer.exec(paragraph)?.[0].length : undefined;
  // A headline follows, and headlines begin with a capital.
  if (pointed !== undefined && /^[^\p{Ll}]/u.test(paragraph.slice(pointed))) return !quotedSpeech(paragraph);
  if ((paragraph.charCodeAt(0) | 32) === 99 && /^click here\b/i.test(paragraph)) return paragraph.length <= 200 && !quotedSpeech(paragraph);
  // Most paragraphs end here, by the cheapest look.
  const tells = opensUrging(paragraph) && imperative.test(paragraph), mayAddress = paragraph.includes('you') || paragraph.includes('You') || paragraph.includes('YOU');
  if (!tells && !mayAddress) return false;
  const addresses = mayAddress && secondPerson.test(paragraph);
  if (!tells && !addresses) return false;
  if (quoted.test(paragraph) || reporting.test(paragraph)) return false;
  const offered = offers.filter((offer) => offer.test(paragraph)).length;
  const own = ourselves.test(paragraph) ? 1 : 0;
  if (tells && paragraph.length <= 160) return offered + own + (addresses ? 1 : 0) >= 2 || (offered >= 1 && /^(?:please )?(?:sign up|subscribe|follow|download)\b/i.test(paragraph));
  return offered >= 2 && offered + own + (tells ? 1 : 0) + (addresses ? 1 : 0) >= 4;
}

function quotedSpeech(paragraph: string): boolean {
  return quoted.test(paragraph) && /\b(?:said|told|wrote|says|replied)\b/i.test(paragraph);
}
