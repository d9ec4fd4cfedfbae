import { hash48 } from '../../fold';
import { eventKeys, periodOf, type StoredEventMention } from '../../merging';
import { dayOf } from './rank';
import { UNKNOWN_DAY } from './schema';

/** Days between publications of reports of one event; merging compares no further. */
const NEWS_DAYS = 10;
/** Days between the first days of dates that may mean one day: `2023-10` and `2023-10-31`. */
const DATE_DAYS = 31;

/** One row under which a report is filed, and where that makes it look for others. */
export interface Filing {
  readonly key: number;
  readonly day: number;
  readonly looks: readonly { readonly key: number; readonly from: number; readonly to: number }[];
}

/** Beyond every day. */
const EVER = -UNKNOWN_DAY;

/**
 * What is mentioned in passing, without a date, is no evidence of one event in two articles, and most of what a text holds: it is filed nowhere, and
 * joins only reports of its own article.
 */
export function filingsOf(mention: StoredEventMention): Filing[] {
  if (mention.salience === 'minor' && !mention.date) return [];
  const own = `@string ${String(mention.articleId)}`;
  const keys = eventKeys(mention).filter((key) => !key.endsWith(own));
  const appearance = mention.published === undefined ? null : periodOf(mention.published);
  const published = appearance?.precision === 'day' ? dayOf(appearance.start) : UNKNOWN_DAY;
  const period = mention.date ? periodOf(mention.date.value) : null;
  const happened = period && dayOf(period.end) - dayOf(period.start) <= DATE_DAYS ? dayOf(period.start) : null;
  return keys.flatMap((text): Filing[] => {
    const appeared = hash48(`published ${text}`);
    const precise = hash48(`happened ${text}`);
    const coarse = hash48(`coarse ${text}`);
    const filings: Filing[] = [{
      key: appeared, day: published,
      // An article without a day may have appeared at any time.
      looks: published === UNKNOWN_DAY
        ? [{ key: appeared, from: UNKNOWN_DAY, to: EVER }]
        : [{ key: appeared, from: published - NEWS_DAYS, to: published + NEWS_DAYS }, { key: appeared, from: UNKNOWN_DAY, to: UNKNOWN_DAY }],
    }];
    // What an article is about joins only what appeared at one time.
    if (text.includes('~') || !mention.date) return filings;
    const withCoarse = { key: coarse, from: UNKNOWN_DAY, to: EVER };
    filings.push(happened === null
      ? { key: coarse, day: period ? dayOf(period.start) : UNKNOWN_DAY, looks: [withCoarse, { key: precise, from: UNKNOWN_DAY, to: EVER }] }
      : { key: precise, day: happened, looks: [{ key: precise, from: happened - DATE_DAYS, to: happened + DATE_DAYS }, withCoarse] });
    return filings;
  });
}
