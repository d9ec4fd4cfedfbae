import { hash48 } from '../../fold';
import { UNKNOWN_DAY } from './schema';

const MILLISECONDS_A_DAY = 86_400_000;
/** 1 January 1850 in days since 1970: recency is told apart from there for 179 years. */
const FIRST_DAY = -43_830;
const DAYS = 65_536;
const TIES = 2 ** 20;

/** Highest score that {@link rankOf} tells apart. */
export const BEST_SCORE = 63;

/**
 * Days since 1970 of the first day an ISO date allows: `2024-04` is 1 April 2024.
 * @returns `UNKNOWN_DAY` when there is no date or it is none
 */
export function dayOf(date: string | undefined): number {
  if (date === undefined) return UNKNOWN_DAY;
  let day = days.get(date);
  if (day === undefined) {
    if (days.size >= MOST_DAYS) days.clear();
    days.set(date, day = readDay(date));
  }
  return day;
}

/** The same few thousand dates are asked for over and over. */
const days = new Map<string, number>(), MOST_DAYS = 20_000;

function readDay(date: string): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!parts) return UNKNOWN_DAY;
  const time = Date.UTC(Number(parts[1]), Number(parts[2] ?? '1') - 1, Number(parts[3] ?? '1'));
  return Number.isFinite(time) ? Math.floor(time / MILLISECONDS_A_DAY) : UNKNOWN_DAY;
}

/** ISO date of a day counted from 1970. */
export function isoOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/**
 * One number to order by, smallest first: higher score, then later publication, then a hash of the article's place, so
 * that the order does not depend on when an article came into the index.
 * @param score whole, 0 to {@link BEST_SCORE}; what lies outside counts as the nearer end
 */
export function rankOf(score: number, day: number, tie: number): number {
  const best = BEST_SCORE - Math.max(0, Math.min(BEST_SCORE, Math.round(score)));
  const recency = day === UNKNOWN_DAY ? 0 : Math.max(1, Math.min(DAYS - 1, day - FIRST_DAY));
  return (best * DAYS + (DAYS - 1 - recency)) * TIES + tie;
}

/** The score that went into a rank. */
export function scoreOf(rank: number): number {
  return BEST_SCORE - Math.floor(rank / TIES / DAYS);
}

/** A whole number below 2^20 that stands for an article's place. */
export function tieOf(path: string, ordinal: number): number {
  return hash48(`${path}#${ordinal}`) % TIES;
}

/** Stands for an outlet that is not named. */
export const NO_OUTLET = 0;

/** A whole number that stands for an outlet; articles that name none share one. */
export function outletNumber(outlet: string | undefined): number {
  return outlet === undefined ? NO_OUTLET : 1 + hash48(outlet) % (2 ** 31 - 1);
}
