import { Known } from './gazetteer';
import { hasCapital } from './shape';
import { spanOf, type NameSpan } from './spans';
import { Line, type View } from './view';

const organisation = Known.organisation | Known.media;
const place = Known.country | Known.region;
const doubtful = Known.firstName | Known.surname | Known.leadingSurname | Known.common | Known.other | Known.calendar | Known.title | Known.club | Known.person | Known.saying | Known.sport;

/**
 * Names that the gazetteer knows as one thing only and that the tagger left out: `Hamas`, `Hong Kong`. Not in lines of
 * capitals, nor as a piece of a longer capitalised name.
 */
export function recall(view: View, taken: Uint8Array): NameSpan[] {
  const out: NameSpan[] = [];
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (taken[i] || !hasCapital(view.shape[i]!) || view.line[i] !== Line.prose) continue;
      if (isFullName(view, taken, i, endToken)) {
        out.push(spanOf(view, i, i + 2, 'person'));
        taken.fill(1, i, i + 2);
        i++;
        continue;
      }
      let end = i + 1, known = view.known[i]!;
      if (view.phrasePlace[i] === 1) {
        known = view.phrase[i]!;
        while (end < endToken && view.phrasePlace[end] === 2) end++;
        end++;
      } else if (view.phrasePlace[i]) continue;
      const kind = known & organisation && !(known & (doubtful | Known.country | Known.region | Known.city | Known.town)) ? 'organisation'
        : known & place && !(known & (doubtful | organisation | Known.demonym)) ? 'place' : undefined;
      if (!kind || joined(view, i, end, endToken)) continue;
      let free = true;
      for (let j = i; j < end; j++) if (taken[j]) free = false;
      if (free) { out.push(spanOf(view, i, end, kind)); taken.fill(1, i, end); }
      i = end - 1;
    }
  }
  return out;
}

/** Family name and given name where the family name leads, `Moon Jae-in`: the given name is no everyday word and stands last. */
function isFullName(view: View, taken: Uint8Array, i: number, limit: number): boolean {
  if (i + 1 >= limit || taken[i + 1] || !(view.known[i]! & Known.leadingSurname)) return false;
  const given = view.known[i + 1]!;
  return (given & Known.firstName) !== 0 && !(given & (Known.common | place | organisation | Known.city)) && hasCapital(view.shape[i + 1]!) && !joined(view, i, i + 2, limit);
}

const joined = (view: View, from: number, to: number, limit: number): boolean =>
  (to < limit && hasCapital(view.shape[to]!)) || (from > 0 && hasCapital(view.shape[from - 1]!) && !view.first[from - 1] && !(view.known[from - 1]! & Known.demonym));
