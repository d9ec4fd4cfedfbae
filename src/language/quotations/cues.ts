/**
 * Reporting verbs and the phrases that name a source. Compiled by hand from English grammar (verbs of communication that take
 * a quoted or a that-clause complement, Quirk et al. 1985, §§14.28–35 and 16.31; Levin 1993, classes 29.1, 37.1–37.10).
 */

/**
 * `say`: takes speech and a clause, and may stand before its subject (`said Smith`).
 * `write`: the same for what is written. `think`: a clause, seldom speech.
 * `call`: takes a phrase for somebody or something (`called it “a disgrace”`, `accused them of “lying”`).
 */
export type CueClass = 'say' | 'write' | 'think' | 'call';

/** How a form of a verb stands in a clause. */
export type CueForm = 'finite' | 'participle' | 'base';

export interface Cue {
  readonly lemma: string;
  readonly class: CueClass;
  /** `finite`: said, says. `participle`: saying. `base`: say. */
  readonly form: CueForm;
  /** The form is also a common noun or adjective (`reports`, `state`): what stands before it decides. */
  readonly alsoNoun: boolean;
  /** Reports only when quoted words or `that` stand next to it (`found that`, `“…,” she began`). */
  readonly weak: boolean;
}

const say = `say tell:told:told add ask reply respond answer announce explain continue conclude recall note acknowledge argue suggest insist
  admit promise pledge warn assert declare state claim contend maintain remark observe comment stress emphasise emphasize urge caution
  counter retort quip joke tease plead boast brag vow swear:swore:sworn exclaim shout yell scream cry whisper mutter murmur mumble chant holler
  bellow shriek lament complain grumble gripe concede confess reveal disclose confirm deny advise inform remind assure reassure
  predict recommend propose reiterate repeat interject interrupt chime muse opine reason intone echo elaborate clarify testify
  allege charge rebut object protest proclaim pronounce profess preach implore beg beseech demand order command instruct
  request query question inquire enquire wonder thunder snap sneer scoff crow gush rave rant fume growl roar snarl laugh
  sigh sob deadpan crack volunteer venture posit stipulate theorise theorize speculate signal indicate affirm attest avow aver
  tout trumpet lecture lash mention point put respond sing:sang:sung recite relate recount narrate go quote:quoted:quoted
  appeal agree disagree marvel drawl bark chide admonish scold taunt mock chuckle offer begin:began:begun finish joke chip
  rule find:found:found hear:heard:heard declaim summarise summarize joke underline underscore highlight hint rail
  grouse exhort goad quibble gloat boom beam blurt stammer huff bristle concur reflect surmise conjecture interpose prod imply forecast rejoin`;
const write = `write:wrote:written tweet retweet post blog report publish email e-mail text message scrawl scribble pen print
  read:read:read cite sign state caption title headline`;
const think = `think:thought:thought believe know:knew:known feel:felt:felt fear hope expect doubt understand:understood:understood
  assume suspect guess imagine realise realize worry consider judge suppose reckon figure conclude dream remember forget:forgot:forgotten
  decide wish`;
const call = `call describe dub label brand term deem accuse characterise characterize denounce dismiss blast praise criticise criticize
  condemn slam deride decry refer laud hail mock ridicule assail attack portray depict cast:cast:cast regard view declare rate
  portray invoke bemoan blame chide compare defend disparage extol herald champion frame pitch bill liken identify present name nickname pan paint slug style tag thank welcome
  congratulate credit endorse fault apologise apologize reference address discuss tackle express vow warn voice use trash rip`;

const alsoNouns = new Set(`answer answers claim claims comment comments cry cries charge charges demand demands order orders command commands request requests
  query queries question questions report reports post posts tweet tweets text texts message messages blog blogs print prints email emails e-mail e-mails
  state states note notes promise promises pledge pledges vow vows protest protests object objects reason reasons echo echoes signal signals
  offer offers rule rules point points crack cracks joke jokes quip quips shout shouts scream screams whisper whispers chant chants laugh laughs
  sigh sighs snap snaps roar roars bark barks fear fears hope hopes doubt doubts guess guesses figure figures dream dreams wish wishes view views
  call calls label labels brand brands term terms attack attacks cast casts rate rates blame name names style styles tag tags credit credits fault faults
  address addresses voice voices use uses reference references pen pens sign signs caption captions title titles headline headlines hint hints forecast forecasts reflect prod prods boom booms beam beams
  counter counters remark remarks relate stress volunteer volunteers venture ventures lecture lectures lash appeal appeals taunt taunts mention mentions
  highlight highlights rail rails finds find rant rants rave raves worry worries judge judges thought thoughts read reads quote quotes feeling saying sayings
  finding findings meaning warning warnings writing writings blast slam praise pan pans rip trash paint slug welcome testimony caution wonder wonders
  query retort comeback charged alleged accused titled thanks regards looks present study studies command contact promised understanding
  beginning hearing hearings offering offerings posting postings recording ruling rulings showing billing calling opening reading readings drawing telling knowing`.split(/\s+/));

const weak = new Set(`begin continue publish finish find hear know use go offer feel cast mean order command message rate figure point judge consider expect hope understand
  remember forget decide wish guess indicate signal show sign print pen relate object reason rule volunteer venture lash crack bark snap sob sigh laugh roar growl
  rail lecture tag style slug paint voice credit fault address tackle discuss use reference trash rip congratulate thank welcome endorse regard beam boom prod reflect forecast view defend`.split(/\s+/));

/** Verbs that double their last letter before an ending. */
const doubles = new Set(['brag', 'beg', 'quip', 'chip', 'snap', 'dub', 'slam', 'pan', 'rip', 'admit', 'pen', 'blog', 'slug', 'tag', 'plan', 'trip', 'refer', 'aver', 'begin', 'forget', 'sob']);

function inflect(entry: string): readonly (readonly [form: string, kind: CueForm])[] {
  const [lemma = '', past, participle] = entry.split(':');
  const third = /(?:s|x|z|ch|sh)$/.test(lemma) || lemma === 'go' ? lemma + 'es' : /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) + 'ies' : lemma + 's';
  const stem = /[^aeiouy]e$|[uvsz]e$|ee$/.test(lemma) && !/ee$/.test(lemma) ? lemma.slice(0, -1) : doubles.has(lemma) ? lemma + lemma.slice(-1) : lemma;
  const regular = /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) + 'ied' : /e$/.test(lemma) ? lemma + 'd' : stem + 'ed';
  const forms: [string, CueForm][] = [[lemma, 'base'], [third, 'finite'], [stem + 'ing', 'participle'], [past ?? regular, 'finite']];
  if (participle) forms.push([participle, 'finite']);
  return forms;
}

const irregular: Readonly<Record<string, string>> = { say: 'said', go: 'went', put: 'put' };

function build(): Map<string, Cue> {
  const forms = new Map<string, Cue>();
  const add = (words: string, cueClass: CueClass): void => {
    for (const raw of words.split(/\s+/)) {
      if (!raw) continue;
      const lemma = raw.split(':')[0]!;
      const entry = raw.includes(':') || !irregular[lemma] ? raw : `${lemma}:${irregular[lemma]}`;
      for (const [form, kind] of inflect(entry)) {
        // `read` and `cast` are their own past: a finite verb wherever a bare infinitive is not marked by `to`.
        const known = forms.get(form);
        if (!known || (known.lemma === lemma && known.class === cueClass && kind === 'finite')) forms.set(form, { lemma, class: cueClass, form: kind, alsoNoun: alsoNouns.has(form), weak: weak.has(lemma) });
      }
    }
  };
  add(say, 'say');
  add(write, 'write');
  add(think, 'think');
  add(call, 'call');
  return forms;
}

const forms = build();

/** Every form of every reporting verb, lower case. */
export const reportingVerbForms = (): Iterable<string> => forms.keys();

/** The reporting verb a word is a form of; `undefined` when it is none. The word is in lower case. */
export function reportingVerb(lower: string): Cue | undefined {
  return forms.get(lower);
}

/** Whether a lower-case word is a form of a verb that reports speech, writing, thought or naming: `said`, `tweets`, `calling`. */
export function isReportingVerb(lower: string): boolean {
  return forms.has(lower);
}

/** Class of a reporting verb's form; `undefined` when the lower-case word is none. */
export function reportingClass(lower: string): CueClass | undefined {
  return forms.get(lower)?.class;
}

/** Verbs that take the person spoken to as their object: `told Reuters`, `asked the court`. */
export const addressing = new Set('tell ask remind assure inform warn advise urge implore beg beseech instruct order email text message'.split(' '));

const sayingNouns = new Set(`claim claims call calls comment comments remark remarks statement statements warning warnings promise promises pledge pledges vow vows
  suggestion suggestions appeal appeals description descriptions assertion assertions argument contention declaration announcement characterization characterisation
  message words phrase question answer response reply quip joke criticism complaint complaints accusation accusations allegation allegations insult insults taunt taunts charge charges slogan motto mantra speech tweet tweets post posts
  letter email e-mail request demand demands insistence admission explanation conclusion prediction observation motto plea refrain catchphrase reference references`.split(/\s+/));

/** Every noun of saying, lower case. */
export const sayingNounForms = (): Iterable<string> => sayingNouns;

/** Whether a lower-case noun names an act or a record of saying, whose owner is the speaker: `claim`, `remarks`, `letter`. */
export function isSayingNoun(lower: string): boolean {
  return sayingNouns.has(lower);
}

/** Verbs that may open an inverted clause after a quotation: `“…,” said Smith`. */
const inverting = new Set(`say add ask reply respond answer announce explain continue conclude recall note acknowledge argue suggest insist admit warn assert
  declare state claim contend remark observe comment quip joke exclaim shout yell scream cry whisper mutter lament complain concede confess agree
  counter write tweet report read go boast advise urge caution warn muse predict chime chant recount reason sigh stress emphasise emphasize`.split(/\s+/));

/** Whether a reporting verb may stand before its subject. */
export function mayInvert(cue: Cue): boolean {
  return cue.form === 'finite' && inverting.has(cue.lemma);
}
