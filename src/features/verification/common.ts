/** Words so common that two texts share them by chance: a match rests on the others. Lower case. */
const words = new Set((
  'a about after again all also am an and any are as at back be because been before being both but by can could did do does doing don\'t down even every few for from get go going ' +
  'got had has have he her here hers him his how i i\'m if in into is it it\'s its just know like made make many may me might more most much must my no not now of off on once one only or ' +
  'other our out over own people said same say says see she should so some such take than that that\'s the their them then there these they they\'re thing things think this those through time to ' +
  'too two under until up upon us very want was way we we\'re well were what when where which while who whom whose why will with would year years yes yet you your'
).split(' '));

export function isCommon(key: string): boolean {
  return words.has(key);
}
