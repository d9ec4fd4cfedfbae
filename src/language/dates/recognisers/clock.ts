import { AtomFlag } from '../atoms';
import { two } from '../calendar';
import { dayPartValue, Kind, Word } from '../lexicon';
import { inferred, relative, type Match, type Reader } from '../reader';

interface Clock { readonly time: string; readonly end: number }

/**
 * Times of the day, with the day they stand beside: `10 p.m. Wednesday`, `18:00 UTC`, `7:15 pm`, `noon Thursday`, `5 o'clock`. A time
 * without a day takes the one its sentence or the sentence before names, else the day of publication.
 */
export function clockTime(r: Reader, i: number): Match | null {
  const clock = timeAt(r, i);
  if (!clock) return null;
  const on = r.comma(clock.end), at = r.word(on, Word.on) ? on + 1 : on;
  const day = dayKinds.has(r.kind(at)) ? r.recognise(at) : null;
  if (day && /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)(?:T[A-Z]{2})?$/.test(day.value)) {
    return { ...day, first: i, type: 'TIME', value: day.value.split('T', 1)[0]! + clock.time };
  }
  const near = r.nearDay;
  if (near !== null) return inferred(i, clock.end, 'TIME', near + clock.time, `on ${near}, named beside it`);
  const pub = r.publication;
  if (!pub?.day) return relative(i, clock.end, 'TIME', `XXXX-XX-XX${clock.time}`);
  return inferred(i, clock.end, 'TIME', pub.iso + clock.time, `on the day of publication, ${pub.iso}`);
}

const dayKinds = new Set<number>([Kind.weekday, Kind.month, Kind.deictic, Kind.number, Kind.pointer]);

function timeAt(r: Reader, i: number): Clock | null {
  if (r.is(i, Kind.dayPart)) return noonAt(r, i);
  if (!r.is(i, Kind.number)) return null;
  let written = r.flag(i, AtomFlag.am) ? 0 : r.flag(i, AtomFlag.pm) ? 1 : -1;
  let hour = r.value(i), minute = -1, end = i + 1;
  if (r.hyphen(i) || (written < 0 && r.flag(i, AtomFlag.ordinal | AtomFlag.plural))) return null;
  if (r.flag(i, AtomFlag.separated)) { const dotted = dottedTime(r, i); if (!dotted) return null; [hour, minute] = dotted; if (dotted[2] >= 0) written = dotted[2]; }
  if (minute < 0 && r.mark(end, ':') && !r.flag(end, AtomFlag.spaced) && r.length(end + 1) >= 2 && r.is(end + 1, Kind.number) && !r.flag(end + 1, AtomFlag.spaced | AtomFlag.separated)) {
    minute = r.value(end + 1);
    end += 2;
    if (minute > 59 || (r.mark(end, ':') && !r.flag(end, AtomFlag.spaced) && r.length(end + 1) !== 2)) return null;
    if (r.mark(end, ':') && !r.flag(end, AtomFlag.spaced)) end += 2;
  }
  const meridiem = written >= 0 ? written : r.flag(end - 1, AtomFlag.am) ? 0 : r.flag(end - 1, AtomFlag.pm) ? 1 : r.is(end, Kind.meridiem) ? r.value(end) : -1;
  if (meridiem >= 0) {
    if (hour < 1 || hour > 12) return null;
    if (written < 0 && r.is(end, Kind.meridiem)) end++;
    hour = (hour % 12) + 12 * meridiem;
    return closeTime(r, hour, minute, end);
  }
  if (r.word(end, Word.oclock)) return hour <= 12 ? closeTime(r, hour, minute, end + 1) : null;
  if (minute < 0 && r.word(end, Word.in) && r.the(end + 1) && r.is(end + 2, Kind.dayPart) && hour >= 1 && hour <= 12) {
    const part = r.value(end + 2);
    return part > 2 ? null : { time: `T${two(part === 0 ? hour % 12 : (hour % 12) + 12)}:00`, end: end + 3 };
  }
  const zoned = r.is(end, Kind.zone) && r.atoms.flags[end]! & AtomFlag.capitals;
  if (minute < 0 && zoned && r.length(i) === 4 && r.value(end) === 0) { minute = hour % 100; hour = Math.floor(hour / 100); if (minute > 59) return null; }
  if (minute < 0 || hour > 24 || !(zoned || led(r, i - 1))) return null;
  return closeTime(r, hour, minute, end);
}

/** `7.15` and `7.15pm`, as British papers write it. */
function dottedTime(r: Reader, i: number): readonly [number, number, number] | null {
  if (r.length(i) > 7) return null;
  const found = /^(\d{1,2})\.([0-5]\d)(am|pm)?$/i.exec(r.text(i));
  return found && (found[3] || r.is(i + 1, Kind.meridiem)) ? [Number(found[1]), Number(found[2]), found[3] ? (found[3].toLowerCase() === 'pm' ? 1 : 0) : -1] : null;
}

function closeTime(r: Reader, hour: number, minute: number, end: number): Clock {
  const time = `T${two(hour)}:${two(Math.max(minute, 0))}`;
  if (/^(?:eastern|central|mountain|pacific|local)$/i.test(r.text(end)) && r.word(end + 1, Word.time)) return { time, end: end + 2 };
  const open = r.mark(end, '(') ? end + 1 : end;
  if (!r.is(open, Kind.zone) || !(r.atoms.flags[open]! & AtomFlag.capitals)) return { time, end };
  return open > end ? { time, end } : { time: r.value(open) === 0 ? `${time}Z` : time, end: open + 1 };
}

/** Noon and midnight; the other parts of the day need a day beside them. */
function noonAt(r: Reader, i: number): Clock | null {
  const part = r.value(i);
  return part >= 4 && part <= 6 && !r.capital(i) && !r.hyphen(i) && !r.hyphen(i + 1) ? { time: dayPartValue[part]!, end: i + 1 } : null;
}

/** Words before a bare `18:00`: without one it may be a score or a verse. */
function led(r: Reader, i: number): boolean {
  return r.word(i, Word.at) || r.word(i, Word.by) || r.word(i, Word.until) || r.is(i, Kind.about, 0) || r.is(i, Kind.shift) || r.is(i, Kind.phase);
}
