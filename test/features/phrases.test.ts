import assert from 'node:assert/strict';
import { bareTexts } from '../../scripts/texts/bare';
import { inLanguage, isListed } from '../../src/features/phrases';
import { english, type Say } from '../../src/features/say';

/** Rooms that make sentences for the writer and know no language. */
const rooms = [
  'article', 'corpus/corrections', 'corpus/indexer', 'corpus/merging/dates.ts', 'corpus/store/sqlite/errors.ts', 'corpus/store/sqlite/connect.ts', 'features/corrections',
  'features/citations/references.ts', 'features/citations/bibliography.ts', 'language/dates', 'language/events',
];
/** What goes into a file, not to the writer; what is a part of a sentence that is looked at as a whole. */
const passedOver = /^# |^\{0\} Mend it|cannot be found|^Corrections to what/;
/** What may stand in an open place; of the combinations one has to be known. */
const values = ['2024-04-12', 'before', 'the year before', 'the week', 'Something is missing', 'This date is not understood', 'event “x”', ' in a.txt', ' and is a person', 'mapping', ''];

/** Every text that a sentence with open places may become, by those values. */
function* filled(text: string): Generator<string> {
  if (!/\{\d\}/.test(text)) yield text;
  else for (const value of values) yield* filled(text.replace(/\{\d\}/, value));
}
const isKnown = (text: string): boolean => [...filled(text)].some((each) => isListed(each) || isListed(`${each} (detail)`));

describe('inLanguage', () => {
  it('knows every sentence that lower rooms say to the writer', () => {
    const said = bareTexts(rooms).flatMap(({ text, givenTo, place }) => {
      const whole = givenTo === 'failedFile' ? (/ /.test(text) ? `x ${text}.` : '') : text;
      const isSentence = /^[\p{Lu}“x{].*[^.][.]$/u.test(whole) && whole.split(' ').length > 3, isReason = /\bpublication\b.*\{\d\}|\bsource names\b|\bsource dates\b|the time of|of that day/.test(whole);
      return (isSentence || isReason) && !passedOver.test(whole) ? [{ place, whole }] : [];
    });
    assert.ok(said.length > 60, `the search finds the sentences: ${said.length}`);
    assert.deepEqual(said.filter(({ whole }) => !isKnown(whole)).map(({ place, whole }) => `${place} ${whole}`), []);
  });

  const german = ((text: string, ...given: string[]) => `«${english(text, ...given)}»`) as Say;

  it('puts sentences, the words in them and their dates into a language', () => {
    assert.equal(inLanguage('the Tuesday before publication on 2016-09-23'), 'the Tuesday before publication on 23 September 2016');
    assert.equal(inLanguage('3 days after publication on 2016-09-23', german), '««3 days» after publication on «23 «September» 2016»»');
    assert.equal(inLanguage('2024 is when it was published, 2024-04'), '2024 is when it was published, April 2024');
    assert.equal(inLanguage('a.txt is empty. Paste the article into it or delete it.', german), '«a.txt is empty. Paste the article into it or delete it.»');
  });

  it('leaves alone what it does not know', () => {
    for (const text of ['', 'Hamas attacks Israel', 'Somebody said this. {0}']) assert.equal(inLanguage(text, german), text);
  });
});
