import { fold, foldedWords, foldName } from '../corpus/fold';
import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import type { DraftCitation } from '../draft/citations';
import type { DraftText } from '../draft/text';
import { addressKey, type ArticleList, articleList, placesThat, withWord } from './articleList';
import { isDatedAs, namesArticle, namesDate } from './verification/citation';

/** Words of the longest headline that is looked for in a note. */
const LONGEST_TITLE = 60;
/** Characters of an address, and marks that may stand behind one. */
const LONGEST_ADDRESS = 2_000, MARKS = 6;

/** The articles of the corpus that a citation in words names, newest first; empty when it names none. */
export async function articlesNamed(store: CorpusStore, draft: DraftText, citation: DraftCitation): Promise<ArticleRecord[]> {
  const list = await articleList(store), isLikely = likelyBy(list, draft, citation);
  if (!isLikely) return [];
  const ids = (await placesThat(list, isLikely)).map((at) => list.ids[at]!), records = await store.articlesById(ids);
  return ids.flatMap((id) => records.get(id) ?? []).filter((article) => namesArticle(draft, citation, article));
}

/** What tells at a glance that an article may be the one; undefined where a citation says nothing to tell by. */
function likelyBy({ outlets, dates, titles, addresses, outletNames, dateNames }: ArticleList, draft: DraftText, { url, source, note }: DraftCitation): ((at: number) => boolean) | undefined {
  if (url !== undefined) {
    const key = addressKey(url);
    return (at) => addresses[at] === key;
  }
  if (source) {
    const outlet = foldName(source.outlet), ofOutlet = outletNames.map((name) => name !== undefined && foldName(name) === outlet), ofDate = dateNames.map((date) => isDatedAs(source.date, date));
    return (at) => ofOutlet[outlets[at]!]! && ofDate[dates[at]!]!;
  }
  if (!note?.definition) return undefined;
  const text = draft.text.slice(note.definition.start, note.definition.end), folded = fold(text);
  const titleKeys = runsOf(foldedWords(text)), addressKeys = new Set(addressesIn(text).map(addressKey));
  const ofOutlet = outletNames.map((name) => name !== undefined && folded.includes(fold(name))), ofDate = dateNames.map((date) => date === undefined || namesDate(folded, date));
  return (at) => (ofOutlet[outlets[at]!]! && ofDate[dates[at]!]!) || titleKeys.has(titles[at]!) || addressKeys.has(addresses[at]!);
}

/** The keys of all runs of words that may be a headline. */
function runsOf(words: readonly string[]): Set<number> {
  const keys = new Set<number>();
  for (let from = 0; from < words.length; from++) {
    let key = 0;
    for (let to = from; to < Math.min(words.length, from + LONGEST_TITLE); to++) keys.add(key = withWord(key, words[to]!));
  }
  return keys;
}

/** What may be web addresses, with and without the marks and brackets behind it; what is none does no harm. */
function addressesIn(text: string): string[] {
  return text.split(/[\s<>"“”‘«»{}|\\^`*]/).filter((part) => part.length < LONGEST_ADDRESS && part.includes('.')).flatMap((part) => {
    const whole = part.slice(Math.max(0, part.search(/https?:\/\//i))).replace(/^[([]/, ''), found = [whole.split(/[()[\]]/, 1)[0]!];
    for (let end = whole.length; end > Math.max(0, whole.length - MARKS); end--) {
      found.push(whole.slice(0, end));
      if (!'.,;:!?_)]\'’'.includes(whole[end - 1]!)) break;
    }
    return found;
  });
}
