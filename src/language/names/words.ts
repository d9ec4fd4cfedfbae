/** Closed word lists of the name rules. Each is a set of lower-case words. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Nouns that say what a person is; they end a role before a name and begin one after it. */
export const roleNouns = set(`
  president vice-president premier chancellor minister secretary ambassador envoy diplomat consul spokesman spokeswoman spokesperson
  governor mayor senator congressman congresswoman representative lawmaker legislator deputy councillor speaker commissioner
  king queen prince princess emir sultan pope cardinal archbishop bishop rabbi imam cleric priest pastor ayatollah sheikh
  general colonel major captain lieutenant sergeant admiral commander marshal brigadier soldier officer official aide adviser advisor
  chairman chairwoman chairperson chair chief head director director-general manager executive ceo president-elect owner founder co-founder boss
  leader leaders secretary-general negotiator mediator counterpart predecessor successor candidate challenger incumbent nominee activist dissident campaigner
  judge justice prosecutor lawyer attorney solicitor barrister magistrate sheriff detective inspector superintendent constable
  analyst economist strategist trader broker dealer researcher scientist professor historian scholar expert academic lecturer fellow physicist chemist biologist
  doctor surgeon physician nurse psychologist teacher student engineer architect pilot farmer worker driver fisherman shopkeeper
  editor journalist reporter correspondent columnist author writer novelist poet playwright critic broadcaster presenter photographer
  actor actress singer musician composer conductor director producer comedian artist painter sculptor designer model dancer
  coach captain striker midfielder defender goalkeeper winger forward batsman bowler pitcher quarterback player skipper champion referee sprinter swimmer golfer
  father mother son daughter brother sister wife husband widow uncle cousin nephew niece grandson granddaughter friend colleague partner
  resident neighbour neighbor witness victim suspect survivor member coordinator organiser organizer representative treasurer auditor accountant
  militant rebel guerrilla warlord terrorist gunman strongman dictator monarch ruler statesman politician businessman businesswoman entrepreneur billionaire tycoon magnate investor banker financier
  administrator superintendent curator librarian dean principal provost rector headmaster veteran spymaster tsar czar`.trim());

/** Words that can stand before a role noun as part of the role. */
export const roleModifiers = set(`
  foreign defence defense finance interior health trade justice education energy oil economy home prime vice deputy first second former ex- ex-
  acting interim senior junior chief top assistant associate executive managing general national international regional local state federal provincial
  city district county police army navy military air force intelligence security research political economic legal press media
  presidential parliamentary ministerial government ministry department party opposition ruling union company club team bank
  supreme high special permanent principal late veteran prominent leading key current then outgoing incoming newly elected appointed
  world junior heavyweight middleweight teenage young old visiting guest rebel militia guerrilla spiritual religious human rights
  environment environmental agriculture culture sports sport tourism transport transportation labour labor science technology information communications
  central election electoral nuclear climate peace chief- vice- deputy- attorney secretary director major lieutenant brigadier rear field
  majority minority house senate congressional cabinet campaign transition court appeals district supreme university college school hospital
  marketing sales policy currency bond equity market investment commodity chief energy analyst industry football soccer cricket tennis golf`.trim());

/** Words that end a role to the left: it never reaches over them. */
export const roleStops = set(`
  the a an this that these those his her its their my our your and or but of in at on by for with from to as is was are were be been said says told when while who which where`.trim());

/** Prepositions that show a place to be a place. */
export const locatives = set('in at near from around outside inside across into through throughout toward towards via within leaving reached visited visiting visit left entering entered around downtown central northern southern eastern western north south east west');

/** Verbs after which a seat of government is addressed, and prepositions of dealings with it. */
export const addressing = set(`
  asked urged told warned accused pressed pressured blamed criticised criticized condemned backed supported supports sanctioned lobbied persuaded
  views sees regards viewed saw regarded called allowed invited pushed forced with between against by that and as if when while because although though but said after before`.trim());

/** Auxiliaries and other words that follow a subject. */
export const afterSubject = set(`
  is was are were has have had will would could should may might must can does did do also still never already now then
  said says wants hopes plans sees views refuses refused`.trim());

/** Cities that are spoken of as their government. */
export const seats = set(`
  beijing tehran moscow washington london paris berlin bonn rome madrid lisbon brussels vienna bern dublin copenhagen oslo stockholm helsinki
  warsaw prague bratislava budapest bucharest sofia belgrade zagreb sarajevo skopje tirana athens ankara nicosia kiev kyiv minsk chisinau tbilisi
  baku yerevan tashkent astana dushanbe bishkek ashgabat kabul islamabad delhi dhaka colombo kathmandu rangoon yangon naypyidaw bangkok hanoi
  vientiane jakarta manila singapore taipei seoul pyongyang tokyo canberra wellington ottawa havana caracas bogota lima quito brasilia santiago
  baghdad damascus beirut jerusalem amman cairo riyadh doha sanaa tripoli tunis algiers rabat khartoum asmara nairobi kampala kigali bujumbura
  kinshasa luanda harare lusaka maputo pretoria abuja accra dakar windhoek gaborone tallinn riga vilnius pristina podgorica ljubljana`.trim());

/** Names of one place in different words, folded and without full stops; the first is only a label. */
export const sameplaces: readonly (readonly string[])[] = [
  ['united states', 'us', 'usa', 'america', 'united states of america'],
  ['united kingdom', 'uk', 'britain', 'great britain'],
  ['united arab emirates', 'uae'],
  ['soviet union', 'ussr'],
  ['myanmar', 'burma'], ['kyiv', 'kiev'], ['mumbai', 'bombay'], ['turkey', 'turkiye'], ['gaza', 'gaza strip'],
  ['north korea', 'dprk'], ['czech republic', 'czechia'], ['netherlands', 'holland'], ['ivory coast', "cote d'ivoire"],
  ['democratic republic of the congo', 'democratic republic of congo', 'dr congo'], ['middle east', 'mideast'], ['bosnia', 'bosnia and herzegovina', 'bosnia-herzegovina'],
  ['new delhi', 'delhi'], ['washington', 'washington dc'],
];

/** Words that open a sentence with a capital and belong to no name. */
export const openers = set(`
  a an at in on by for from with to of as after before while when where once since until though although if unless because but and or nor yet so
  then than that this these those there here what who how why whether he she it they we you i his her its their our your my not no both either neither
  some many most all any each every another other others only also even just still now today yesterday tomorrow like unlike despite during under over
  according meanwhile however moreover instead perhaps maybe about against among between through without within two three four five six seven eight nine ten
  whoever whatever whichever nobody everybody everyone someone anyone nothing everything using following including
  mr mrs ms dr said says`.trim());

/** Titles that stay titles where they could be a given or a family name. */
export const hardTitles = set(`
  king queen prince princess pope president vice-president premier minister chancellor emperor sultan emir sheikh ayatollah general colonel major captain
  lieutenant sergeant admiral commander marshal brigadier lieutenant-colonel lieutenant-general major-general senator governor mayor judge justice
  archbishop bishop cardinal sir lady lord dame baroness professor dr mr mrs ms miss rev coach manager secretary secretary-general ambassador chairman spokesman`.trim());

/** Days, and months that are no given names. */
export const calendarWords = set('monday tuesday wednesday thursday friday saturday sunday january february july september october november december sept oct nov dec jan feb');

/** Months that may be given names, and words that show them to be months. */
export const doubtfulMonths = set('march april may june august');
export const beforeMonth = set('in on since from last this next the to until till by early late mid and of during for between');

/** Numerals of monarchs and popes. */
export const regnal = set('I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII');

/** Small words inside a person's name. */
export const particles = set('bin ibn bint ben abu al el van von der den de del della di da dos du la le ter zu');

/** Titles with which a given name stands alone: `King Salman` is nobody whose family name is Salman. */
export const royalTitles = set('king queen prince princess pope emperor empress sultan emir sheikh sheikha shah tsar saint');
