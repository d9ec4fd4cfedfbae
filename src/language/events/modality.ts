import type { Modality } from '../types';
import type { Group } from './chunks';
import type { Scene } from './participants';

const governs: Record<string, Modality> = {};
const put = (modality: Modality, lemmas: string): void => { for (const lemma of lemmas.split(' ')) governs[lemma] = modality; };
put('planned', 'plan agree expect set schedule vow pledge promise offer threaten intend prepare decide propose want hope seek aim order ask urge request demand tell call require need wish consider continue swear volunteer commit press pressure persuade invite allow permit force encourage advise recommend');
put('denied', 'fail refuse decline deny cease avoid forget prevent stop reject');
put('feared', 'fear warn risk deter attempt try accuse suspect allege blame thwart foil avert');

/** `could`, `may`, `might`: it is possible, no more. */
const possible = new Set(['may', 'might', 'could', 'can']);
const future = new Set(['will', 'would', 'shall', 'should', 'must', "won't", 'won’t']);

/** How the sentence presents what the verb group `k` says. */
export function modalityOfGroup(s: Scene, k: number): Modality {
  const group = s.chunks[k] as Group;
  if (group.modal !== null && possible.has(group.modal)) return 'feared';
  if (group.negated) return 'denied';
  if (group.modal !== null && future.has(group.modal)) return 'planned';
  if (group.infinitive || group.form === 24) return governed(s, k, group);
  return 'fact';
}

/** The verb or noun that an infinitive or gerund hangs on decides: `failed to agree`, `threat of attacking`, `set to meet`. */
function governed(s: Scene, k: number, group: Group): Modality {
  for (let j = k - 1, n = 0; j >= 0 && n < 8; j--, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'stop' || item.kind === 'that' || item.kind === 'relative' || (item.kind === 'comma' && !group.infinitive)) break;
    if (item.kind === 'group') {
      const lemma = item.sense?.lemma ?? '';
      if (item.negated && group.infinitive) return 'denied';
      const found = governs[lemma];
      if (found) return found;
      return group.infinitive ? (lemma === 'begin' || lemma === 'start' || lemma === 'go' ? 'fact' : 'planned') : 'fact';
    }
  }
  return group.infinitive ? 'planned' : 'fact';
}

const feared = new Set('threat risk fear danger warning possibility prospect possible potential feared imminent looming threatened retaliatory likely'.split(' '));
const planned = new Set('planned scheduled upcoming next proposed expected future forthcoming plan plans promised vowed pledged'.split(' '));
const denied = new Set('no without never'.split(' '));

/** How the words before a noun of happening present it: `the threat of an attack`, `a planned visit`. */
export function modalityOfNoun(s: Scene, k: number): Modality {
  const { lower } = s.reading.marks, last = s.chunks[k]!;
  const from = Math.max(last.first, last.end - 6);
  for (let i = last.end - 1; i >= from; i--) {
    const word = lower[i]!;
    if (denied.has(word)) return 'denied';
    if (feared.has(word)) return 'feared';
    if (planned.has(word)) return 'planned';
  }
  for (let j = k - 1, n = 0; j >= 0 && n < 3; j--, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'phrase' && lower[item.end] === 'of' && feared.has(lower[item.head]!)) return 'feared';
    if (item.kind === 'group') {
      const own = modalityOfGroup(s, j);
      if (own !== 'fact') return own;
      const lemma = item.sense?.lemma ?? '';
      return governs[lemma] && governs[lemma] !== 'planned' ? governs[lemma] : lemma === 'plan' || lemma === 'propose' || lemma === 'schedule' || lemma === 'expect' ? 'planned' : 'fact';
    }
  }
  return 'fact';
}
