import { base, en } from '@faker-js/faker';
import { Random, seedOf } from '../../random';

export interface Person {
  readonly full: string;
  readonly surname: string;
  readonly he: string;
  readonly role: string;
}

/** How many people, organisations and places there are; frequencies fall off with the rank. */
export const PEOPLE = 300_000, ORGANISATIONS = 60_000, PLACES = 6_000;

const strings = (list: unknown): string[] => (Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string' && /^\p{Lu}[\p{L}'-]+$/u.test(item)) : []);
const names = en.person ?? base.person;
const male = strings(names?.first_name?.male), female = strings(names?.first_name?.female);
const known = strings(names?.last_name?.generic);

const onsets = 'Ab Ad Al Am An Ar As Bal Bar Bel Ben Ber Bol Bor Bran Bren Bul Cal Cam Car Cas Cor Dal Dan Dar Del Dom Dor Dun El Er Fal Fen Far Gal Gar Gil Gor Hal Ham Har Hol Hor Is Jan Jor Kal Kam Kar Kel Kor Lam Lan Lar Len Lin Lor Mal Man Mar Mel Mil Mon Mor Nal Nar Nor Ol Or Pal Par Pel Per Por Rad Ram Ran Ros Sal San Sar Sel Ser Sol Sor Tal Tam Tar Tel Tor Ul Val Var Vel Ver Vol Wal War Wel Wen Yar Zan Zel Zor'.split(' ');
const middles = ' a e i o u an en in on ar er or al el il am em ad ed id es is os ov iv ev'.split(' ');
const endings = 'ari ato berg bury by dale den der do dov ello ensen er ers eva ey field ford gard ham iak ian ic idis iev in ini ino insky ison kin ko koff land ley lin lund man mann mark mont more ner nes nov off ola olli one osz ov quist rado rell rez rov sen ska ski son stad stein sten strom ton tov tti uk va vani vas vic ville vist well wick win wood worth yan zak zer'.split(' ');

function surnameOf(random: Random): string {
  // A few surnames are everybody's, most are few people's.
  if (random.chance(0.35)) return known[random.rank(known.length)]!;
  return random.of(onsets) + random.of(middles) + random.of(endings);
}

const posts = 'minister chairman spokesman spokeswoman director analyst professor mayor commissioner senator governor judge economist engineer president secretary ambassador general coach captain union leader researcher prosecutor farmer officer deputy founder curator pilot'.split(' ');
const fields = 'finance transport health energy defence trade labour justice education environment foreign affairs agriculture housing sport research security interior culture'.split(' ');

/** What stands at each rank, always the same; kept once made. */
function kept<T>(make: (rank: number) => T): (rank: number) => T {
  const known = new Map<number, T>();
  return (rank) => {
    let found = known.get(rank);
    if (found === undefined) known.set(rank, found = make(rank));
    return found;
  };
}

export const person = kept((rank): Person => {
  const random = new Random(seedOf(rank, 17));
  const woman = random.chance(0.4);
  const surname = surnameOf(random);
  const role = `${random.of(fields)} ${random.of(posts)}`;
  return { full: `${random.of(woman ? female : male)} ${surname}`, surname, he: woman ? 'she' : 'he', role };
});

const bodies = 'Ministry Council Agency Commission Institute Authority Federation Union Bank Group Party Court Committee Association University Airlines Industries Holdings Foundation Board'.split(' ');
const subjects = 'Energy Transport Health Trade Steel Water Maritime Grain Press Rail Mining Housing Science Space Rights Tourism Farmers Fisheries Textile Digital Border Nuclear Olympic Forestry'.split(' ');

export const organisation = kept((rank): string => {
  const random = new Random(seedOf(rank, 29));
  const body = random.of(bodies), subject = random.of(subjects);
  if (random.chance(0.3)) return `${surnameOf(random)} ${random.of(['Group', 'Industries', 'Holdings', 'Institute', 'Foundation'])}`;
  return random.chance(0.5) ? `${place(random.rank(PLACES))} ${subject} ${body}` : `${body} of ${subject}`;
});

const countries = 'France Germany Japan Kenya Brazil Norway India Chile Canada Ghana Poland Spain Turkey Egypt Peru Vietnam Mexico Sweden Nigeria Italy'.split(' ');

export const place = kept((rank): string => {
  const random = new Random(seedOf(rank, 43));
  if (rank < countries.length) return countries[rank]!;
  return random.of(onsets) + random.of(middles) + random.of(['burg', 'grad', 'port', 'haven', 'ville', 'stan', 'mouth', 'field', 'minster', 'polis', 'dorf', 'nes', 'abad', 'ovo', 'una', 'essa', 'ina', 'ora']);
});

/** Outlets, the large agencies first. */
export const outlets = ['Northwire', 'Meridian Press', 'The Daily Ledger', 'Harbour Post', 'City Gazette', 'The Observer of Record', 'Eastern Courier', 'The Morning Bulletin', 'Valley Tribune', 'Coast Chronicle', 'National Dispatch', 'The Evening Standard-Bearer', 'Union Herald', 'The Republic Times', 'Frontier News', 'The Weekly Register'];
