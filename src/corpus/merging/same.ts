import { relateActors, relateParties, type ActorRelation } from './actors';
import { contextLikeness, sameStory } from './context';
import { closeInTime, relateDates } from './dates';
import { matterOverlap, type Facts } from './facts';
import { modalitiesClash, modalityOf } from './modality';
import type { StoredEventMention } from './types';

/** Families that violence is told in turn with: `attacked`, `struck`, `bombed`. Only with the same parties on the same day. */
const kindred = new Set(['attack', 'strike', 'bomb', 'launch', 'raid', 'shoot', 'explode']);
/** Other families that tell one thing in turn, when at least one party is the same. */
const kin: Record<string, string> = { kill: 'death', die: 'death', arrest: 'catch', capture: 'catch', win: 'contest', defeat: 'contest' };
/** Verbs too general to be one happening because the word is the same. */
const general = new Set(['become', 'go', 'carry', 'put', 'turn', 'hold', 'keep', 'use', 'work', 'try', 'see', 'show', 'hear', 'earn', 'spend', 'cause', 'happen', 'start', 'continue', 'plan', 'change', 'move', 'allow', 'force', 'carry_out', 'stay', 'wait', 'live', 'make', 'build', 'find', 'write', 'read', 'drop', 'pull', 'push', 'cut', 'raise', 'rise', 'call_name', 'announce', 'notify', 'publish', 'fill', 'affect', 'intend', 'promise', 'offer', 'provide', 'lead', 'break', 'admit', 'open', 'close', 'end', 'approach', 'appear', 'send', 'advise', 'deny', 'respond', 'succeed', 'fail', 'rule', 'operate', 'search']);

const newsDays = 10;

/** Whether two mentions cannot be one event: another time, other parties, one denied and the other not. */
export function excludes(a: Facts, b: Facts): boolean {
  if (!sameModality(a, b) || relateDates(a.mention.date, b.mention.date) === 'conflict') return true;
  if (a.mutual && b.mutual) return relateParties(a.all, b.all) === 'conflict';
  return relateActors(a.who, b.who) === 'conflict' || (relateWhom(a, b) === 'conflict' && !samePlaceAndDay(a, b));
}

/** Whom two events are done to; a place on one side (`an attack in the Gulf`) does not speak against somebody on the other (`an attack on a ship`). */
function relateWhom(a: Facts, b: Facts): ActorRelation {
  const relation = relateActors(a.whom, b.whom);
  return relation === 'conflict' && isDoneToPlace(a.mention) !== isDoneToPlace(b.mention) ? 'unknown' : relation;
}

/** Whether it is the place where it happens that it is done to, and nobody else. */
export const isDoneToPlace = ({ whom, where }: StoredEventMention): boolean => where !== null && whom.length === 1 && whom[0]!.canonical === where.canonical;

/**
 * Whether a mention in passing cannot be of the event of another report: another time, or violence that another is said to do, is denied or is only feared.
 * In passing, the parties of other kinds of happening are too unsure to speak against it.
 */
export function passesBy(a: Facts, b: Facts): boolean {
  if (relateDates(a.mention.date, b.mention.date) === 'conflict') return true;
  return (a.main || b.main) && a.mention.type === 'assault' && b.mention.type === 'assault' && (!sameModality(a, b) || relateActors(a.who, b.who) === 'conflict');
}

/** Done by the same, in the same place, on the same day: then the two may name other victims (`operatives`, `targets of the Guards`). */
function samePlaceAndDay(a: Facts, b: Facts): boolean {
  const one = a.mention.where, two = b.mention.where;
  return one !== null && two !== null && one.canonical === two.canonical && a.mention.date !== null && /^\d{4}-\d\d-\d\d/.test(a.mention.date.value)
    && relateDates(a.mention.date, b.mention.date) === 'equal' && relateActors(a.who, b.who) === 'match';
}

/** Whether a family is one of those that violence is told in turn with. */
export function isViolent(family: string): boolean {
  return kindred.has(family);
}

/** Families that are told in turn share a word here; empty for most. */
export function kindOfHappening(family: string): string[] {
  return [...(kin[family] === undefined ? [] : [kin[family]]), ...(kindred.has(family) ? ['violence'] : [])];
}

/** How sure it is that two mentions report one event: 0 not at all, up to 4. Symmetric. */
export function sameness(a: Facts, b: Facts): number {
  if (a.family.sort !== 'event' || b.family.sort !== 'event' || !sameModality(a, b)) return 0;
  const related = a.family.id === b.family.id || a.mention.lemma === b.mention.lemma;
  const akin = kin[a.family.id] !== undefined && kin[a.family.id] === kin[b.family.id];
  if (!related && !akin && !(kindred.has(a.family.id) && kindred.has(b.family.id))) return 0;
  let who = relateActors(a.who, b.who), whom = relateWhom(a, b);
  if (a.mutual && b.mutual) who = whom = relateParties(a.all, b.all);
  const here = a.mention.articleId === b.mention.articleId;
  if (!here && !(who === 'match' && (whom === 'match' || whom === 'conflict')) && storyOf(a, b) < sameStory) return 0;
  const date = relateDates(a.mention.date, b.mention.date);
  if (date === 'conflict') return 0;
  if (whom === 'conflict' && samePlaceAndDay(a, b)) return kindred.has(a.family.id) && kindred.has(b.family.id) ? 3 : 0;
  if (who === 'conflict' || whom === 'conflict') return 0;
  const dated = date === 'equal' || date === 'compatible';
  if (!related && !akin) return who === 'match' && whom === 'match' && (date === 'equal' || (a.mention.articleId === b.mention.articleId && matterOverlap(a, b) >= 0.5)) ? 2 : 0;
  if (akin && !related && who !== 'match' && whom !== 'match') return 0;
  const told = here ? withinArticle(a, b, who, whom, dated) : acrossArticles(a, b, who, whom, dated, date === 'near');
  return told === 0 && date !== 'near' && sameWord(a, b, who, whom) ? 1 : told;
}

/** From this likeness on two articles tell so much of one story that one word in both is taken for one happening. */
export const closeStory = 0.3;

/**
 * The same word in one article, or in two of one story and time, where nothing speaks against it: a text seldom uses it of two happenings without telling
 * them apart. Reports that are both worth a line of their own must stand in two articles, share a party, and be of what its words alone tell.
 */
function sameWord(a: Facts, b: Facts, who: ActorRelation, whom: ActorRelation): boolean {
  if (a.mention.lemma !== b.mention.lemma || storyOf(a, b) < closeStory || !closeInTime(a.mention.published, b.mention.published, newsDays)) return false;
  return !(a.main && b.main) || (a.mention.articleId !== b.mention.articleId && !a.worded && (who === 'match' || whom === 'match'));
}

const sameModality = (a: Facts, b: Facts): boolean => !modalitiesClash(modalityOf(a.mention.modality), modalityOf(b.mention.modality));

function withinArticle(a: Facts, b: Facts, who: ActorRelation, whom: ActorRelation, dated: boolean): number {
  const matches = (who === 'match' ? 1 : 0) + (whom === 'match' ? 1 : 0), matter = matterOverlap(a, b);
  if (general.has(a.family.id)) return matches === 2 && matter >= 0.5 && a.mention.lemma === b.mention.lemma ? 2 : 0;
  if (a.worded && !dated && matter < 0.5 && !(a.bare || b.bare)) return 0;
  if (matches === 2) return 3;
  if (matches === 1) return dated || matter >= 0.5 || !a.main || !b.main ? 2 : 0;
  return a.bare || b.bare || !a.main || !b.main ? 1 : 0;
}

function acrossArticles(a: Facts, b: Facts, who: ActorRelation, whom: ActorRelation, dated: boolean, near: boolean): number {
  const matter = matterOverlap(a, b);
  const story = storyOf(a, b);
  const counts = (relation: ActorRelation): number => (relation === 'match' || (relation === 'alike' && story >= sameStory) ? 1 : 0);
  const matches = counts(who) + counts(whom);
  const close = closeInTime(a.mention.published, b.mention.published, newsDays);
  if (general.has(a.family.id)) {
    if (a.mention.lemma !== b.mention.lemma || matter < 0.5) return 0;
    return matches === 2 && dated ? 2 : close && story >= sameStory && matches > 0 ? 1 : 0;
  }
  if (a.worded && matter < 0.34 && !(matches === 2 && dated && story >= sameStory)) return 0;
  if (matches === 2 && dated) return 4;
  if (!close) return 0;
  if (matches === 2) return near ? (story >= sameStory ? 2 : 0) : story >= sameStory ? 3 : 0;
  if (near) return 0;
  if (matches === 1) return story >= sameStory ? 2 : 0;
  return story >= sameStory ? 1 : 0;
}

/** How much the articles of two mentions are about the same; 1 within one article, 0 when it is not known. */
export function storyOf(a: Facts, b: Facts): number {
  if (a.mention.articleId === b.mention.articleId) return 1;
  const known = a.article.likeness.get(b.article);
  if (known !== undefined) return known;
  const story = contextLikeness(a.article.context, b.article.context);
  a.article.likeness.set(b.article, story);
  b.article.likeness.set(a.article, story);
  return story;
}
