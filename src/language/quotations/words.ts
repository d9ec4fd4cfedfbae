/** Closed word classes of English as a bit set: enough to find where a noun phrase and a clause begin and end. */
export const Word = {
  determiner: 1,
  preposition: 2,
  auxiliary: 4,
  coordinator: 8,
  /** Subordinators and relative words: a clause begins. */
  subordinator: 16,
  /** Personal pronouns that can be a subject. */
  pronoun: 32,
  adverb: 64,
  /** `who`, `which`, `that` after a noun. */
  relative: 128,
  /** Words of time that stand without a preposition: `Monday`, `yesterday`. */
  time: 256,
  /** Indefinite and other pronouns that head a noun phrase: `one`, `many`, `another`, `some`. */
  head: 512,
} as const;

const bits = new Map<string, number>();
function add(bit: number, words: string): void {
  for (const word of words.split(/\s+/)) if (word) bits.set(word, (bits.get(word) ?? 0) | bit);
}
add(Word.determiner, `the a an this that these those his her its their our my your no any each every either neither some many most several few both all
  one two three four five six seven eight nine ten dozens hundreds another other such half`);
add(Word.head, 'one two three four five six seven eight nine ten many most several few both all another others some each someone somebody everyone everybody nobody anyone those critics');
add(Word.preposition, `of in on at for from by with to about into over under during against between among through without within like near amid
  despite via regarding concerning toward towards upon across behind beyond alongside outside inside around off onto per including following versus
  after before since until as than throughout`);
add(Word.auxiliary, `is are was were be been being am has have had having do does did will would can could may might must shall should ought
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't
  isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t`);
add(Word.coordinator, 'and or but nor yet plus');
add(Word.subordinator, `that who whom whose which when while because if although though since unless whereas where why how what whether whenever wherever
  as before after until once lest so`);
add(Word.relative, 'who which that whom whose');
add(Word.pronoun, 'he she they i we it you who');
add(Word.adverb, `also then later now again still already recently earlier once even just only never always often not n't soon ever perhaps maybe too instead meanwhile however
  thus therefore further simply first last twice afterward afterwards ago yesterday today tonight tomorrow long back eventually nevertheless nonetheless moreover furthermore
  famously quite rather very so almost nearly about previously subsequently repeatedly publicly`);
add(Word.time, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  yesterday today tonight tomorrow morning afternoon evening night week month year weekend earlier later last next`);

/** Every word of the closed classes, lower case. */
export const wordForms = (): Iterable<string> => bits.keys();

/** Classes of a lower-case word; 0 for the open classes. Adverbs in `-ly` are recognised by their ending. */
export function wordClass(lower: string): number {
  const known = bits.get(lower);
  if (known !== undefined) return known;
  if (contraction.test(lower)) return Word.pronoun | Word.auxiliary;
  if (lower.length > 4 && lower.endsWith('ly') && !lyNouns.has(lower)) return Word.adverb;
  return 0;
}

/** A pronoun with its auxiliary: `I'm`, `they’ve`. */
const contraction = /^(?:i|he|she|they|we|it|you|who)['’](?:m|d|re|ve|ll)$/;

const lyNouns = new Set('family ally assembly italy july reply supply anomaly monopoly belly bully jelly lily emily kelly sally molly holly billy reilly daly friendly elderly daily weekly monthly quarterly butterfly fly ugly holy'.split(' '));

/** Nouns for people and bodies that speak: what a common-noun speaker or an appositive is headed by. */
const speakerNouns = new Set(`spokesman spokeswoman spokesperson spokespeople spokesmen official officials president minister senator congressman congresswoman governor mayor
  chairman chairwoman chair chief director manager adviser advisor aide aides lawyer lawyers attorney attorneys judge judges justice court police officer officers
  sheriff professor analyst analysts expert experts economist author writer editor reporter reporters journalist journalists columnist host anchor pollster strategist strategists
  source sources witness witnesses critic critics supporter supporters opponent opponents voter voters activist activists leader leaders member members lawmaker lawmakers
  man woman men women boy girl mother father son daughter wife husband brother sister friend friends neighbor neighbour resident residents user users fan fans
  campaign committee commission council department ministry agency administration government office bureau company firm group organisation organization union association party
  statement report study email letter memo complaint lawsuit document documents filing transcript ad post tweet article editorial book poster sign banner headline caption
  candidate nominee secretary ambassador commander general colonel captain sergeant soldier soldiers owner founder coach player teacher student students
  doctor nurse scientist scientists researcher researchers historian democrat republican democrats republicans conservatives liberals
  embassy consulate ministry spokesperson delegation team paper newspaper magazine outlet network website`.split(/\s+/));

/** Whether a lower-case noun names somebody or something that says. */
export function isSpeakerNoun(lower: string): boolean {
  return speakerNouns.has(lower);
}
