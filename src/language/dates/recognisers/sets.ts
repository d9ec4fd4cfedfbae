import { two } from '../calendar';
import { dayPartValue, Kind, PLURAL, Unit, Word } from '../lexicon';
import { stated, type Match, type Reader } from '../reader';
import { amountAt, durationValue } from './amounts';
import { monthAt } from './months';

const seasons = ['', 'SP', 'SU', 'FA', 'WI'];

/** `every Monday`, `each July`, `every two weeks`, `every other day`, `each morning`, `per day`. */
export function every(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.each)) return null;
  let at = i + 1, count = 1;
  if (/^other$/i.test(r.text(at))) { count = 2; at++; } else {
    const amount = amountAt(r, at);
    if (amount && !amount.article) { if (amount.amount === null) return null; count = amount.amount; at = amount.end; }
  }
  if (r.is(i, Kind.each, 1) && count === 1 && r.unit(at) < 0) return null;
  if (r.unit(at) >= 0 && r.unit(at) < Unit.weekend) return stated(i, at + 1, 'SET', durationValue(count, r.unit(at)));
  if (count > 2) return null;
  if (r.unit(at) === Unit.weekend) return stated(i, at + 1, 'SET', 'XXXX-WXX-WE');
  if (r.is(at, Kind.weekday)) {
    const part = r.is(at + 1, Kind.dayPart) ? dayPartValue[r.value(at + 1) % PLURAL]! : '';
    return stated(i, part ? at + 2 : at + 1, 'SET', `XXXX-WXX-${r.value(at) % PLURAL}${part}`);
  }
  if (r.is(at, Kind.season)) return stated(i, at + 1, 'SET', `XXXX-${seasons[r.value(at) % PLURAL]!}`);
  if (r.is(at, Kind.dayPart)) return stated(i, at + 1, 'SET', `XXXX-XX-XX${dayPartValue[r.value(at) % PLURAL]!}`);
  const month = monthAt(r, at);
  return month ? stated(i, month.end, 'SET', `XXXX-${two(month.month)}`) : null;
}

/** `daily`, `weekly`, `annually`. Not `Daily Mirror`. */
export function frequency(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.frequency) || r.hyphen(i)) return null;
  const unit = r.value(i);
  if (unit === Unit.quarter || (r.capital(i) && (i > r.from || r.capital(i + 1)))) return null;
  return stated(i, i + 1, 'SET', durationValue(1, unit));
}

/** `once a year`, `twice daily` are read by their parts; this is `weekdays` and `weekends` as habits. */
export function habit(r: Reader, i: number): Match | null {
  if (r.value(i) !== PLURAL + Unit.weekend || !r.is(i, Kind.unit) || !(r.word(i - 1, Word.on) || r.word(i - 1, Word.at))) return null;
  return stated(i, i + 1, 'SET', 'XXXX-WXX-WE');
}
