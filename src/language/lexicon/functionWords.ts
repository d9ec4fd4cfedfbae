/** Closed classes of English: the words that hold a sentence together. Lower case. */
export const functionWords = {
  determiner: "the a an this these those every each some any no another either neither both all half several few fewer many much more most other such what whatever which",
  possessive: "my your his her its our their whose",
  pronoun: "i you he she it we they me him us them himself herself itself themselves one someone somebody anyone anybody everyone everybody nobody others this those nothing something anything everything",
  preposition: "of in on at by for with from into onto upon against about over under between among amid amidst through throughout during across behind beyond near toward towards within without despite via per off out up down around along inside outside above below beneath beside besides versus including regarding concerning following alongside aboard amongst atop unlike like except to than according",
  conjunction: "and or but nor &",
  subordinator: "that after before when while since because if although though unless until till as whereas whether where why how so lest wherever whenever",
  relative: "who whom which whose",
  be: "be is are was were been being am 's 're isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t",
  have: "have has had having 've hasn't haven't hadn't hasn’t haven’t hadn’t",
  do: "do does did don't doesn't didn't don’t doesn’t didn’t",
  modal: "will would can could may might shall should must cannot can't couldn't won't wouldn't shouldn't mustn't can’t couldn’t won’t wouldn’t shouldn’t",
  negation: "not never n't n’t hardly barely",
  adverb: "also now then just only still already again even yet ever often always soon once twice recently reportedly allegedly apparently immediately later earlier ago here there together instead however meanwhile further furthermore moreover therefore thus perhaps maybe too very so quite rather almost nearly roughly about well far much more most first finally eventually originally previously initially jointly newly away back abroad home overseas overnight suddenly publicly else ahead afterwards afterward thereby otherwise nonetheless nevertheless accordingly similarly simply up out off down outright",
} as const;

/** Particles that may join a verb (`gun down`). */
export const particles = 'up down out off over back in away on into for to under with by';

/** Words of time that make their phrase a time phrase: heads of `on Thursday`, `last week`. */
export const timeWords =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april june july august september october november december ' +
  'jan feb mar apr aug sept sep oct nov dec today yesterday tomorrow tonight overnight weekend week month year day night morning afternoon evening hour minute decade century weeks months years days nights hours minutes decades midnight noon dawn dusk summer winter autumn spring eve';

/** Adjectives common before and after nouns that no ending gives away. */
export const adjectives =
  'new old big small large great good bad high low long short early late young major minor top key chief senior junior former current recent last next first second third final main own same different hard strong weak free full empty open close local foreign joint direct certain likely unlikely possible ready able unable willing unwilling prepared set due aware afraid sure clear happy sad angry dead alive drunk drunken armed unarmed safe secure dangerous deadly fatal fierce heavy light quick slow rapid sudden swift cheap rich poor public private military civil human civilian nuclear chemical ballistic naval aerial northern southern eastern western central north south east west common general special particular severe serious grave sharp broad wide deep brief black white red blue green hot cold warm cool right left wrong true false real alleged suspected accused so-called long-range short-range high-level top-level retaliatory diplomatic outgoing incoming ongoing upcoming pressing urgent neighbouring neighboring remaining leading ruling existing growing missing starving devastating alarming surprising shocking worrying stunning outstanding lasting touching moving promising armed senior willing multilateral bilateral similar immediate permanent consistent violent recent ancient innocent independent present patient important significant democratic opposition-led private';
