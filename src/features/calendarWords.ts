import type { Say } from './say';

/** A month by its number, from 1; empty for what is none. */
export function monthName(say: Say, month: number): string {
  switch (month) {
    case 1: return say('January');
    case 2: return say('February');
    case 3: return say('March');
    case 4: return say('April');
    case 5: return say('May');
    case 6: return say('June');
    case 7: return say('July');
    case 8: return say('August');
    case 9: return say('September');
    case 10: return say('October');
    case 11: return say('November');
    case 12: return say('December');
    default: return '';
  }
}

/** A day of the week by its ISO number, Monday is 1; empty for what is none. */
export function weekdayName(say: Say, day: number): string {
  switch (day) {
    case 1: return say('Monday');
    case 2: return say('Tuesday');
    case 3: return say('Wednesday');
    case 4: return say('Thursday');
    case 5: return say('Friday');
    case 6: return say('Saturday');
    case 7: return say('Sunday');
    default: return '';
  }
}

/** A season by its TIMEX3 code; empty for what is none. */
export function seasonName(say: Say, code: string): string {
  switch (code) {
    case 'SP': return say('spring');
    case 'SU': return say('summer');
    case 'FA': return say('autumn');
    case 'WI': return say('winter');
    default: return '';
  }
}

/** A part of the day by its TIMEX3 code; undefined for a time of the clock. */
export function dayPartName(say: Say, code: string): string | undefined {
  switch (code) {
    case 'MO': return say('morning');
    case 'MI': return say('midday');
    case 'AF': return say('afternoon');
    case 'EV': return say('evening');
    case 'NI': return say('night');
    default: return undefined;
  }
}
