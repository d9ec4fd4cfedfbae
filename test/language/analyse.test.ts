import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotateText } from '../../src/corpus/annotate';
import { analyse } from '../../src/language/analyse';
import type { Analysis, Participant, Span, TextSpan } from '../../src/language/types';
import { growth } from '../support/growth';

/** Every span of an analysis lies in the text, and says what stands there. */
function checkSound(text: string, analysis: Analysis): void {
  const within = ({ start, end }: Span): void => assert.ok(start >= 0 && start < end && end <= text.length, `${start}-${end} of ${text.length}`);
  const says = (span: TextSpan): void => { within(span); assert.equal(span.text, text.slice(span.start, span.end)); };
  const somebody = (participant: Participant | null): void => {
    if (!participant) return;
    says(participant);
    assert.ok(participant.name === null || participant.name < analysis.names.length);
  };
  analysis.sentences.forEach(within);
  for (const { roles } of analysis.names) roles.forEach(says);
  analysis.mentions.forEach(says);
  analysis.dates.forEach(says);
  for (const quotation of analysis.quotations) { says(quotation); somebody(quotation.speaker); if (quotation.cue) says(quotation.cue); }
  for (const event of analysis.events) { says(event); says(event.trigger); [...event.who, ...event.whom, event.where].forEach(somebody); if (event.date?.expression) says(event.date.expression); }
  for (const list of [analysis.sentences, analysis.mentions, analysis.quotations, analysis.dates, analysis.events.map(({ trigger }) => trigger)]) {
    for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.start <= list[i]!.start);
  }
}

const holds = (text: string): void => {
  checkSound(text, analyse(text));
  checkSound(text, annotateText(text, '2024-04-12').analysis);
};

/** Halves of surrogate pairs, right-to-left marks and letters, combining marks, what has no width, and what each recogniser looks for. */
const pieces = ['\ud83d', '\ude00', '😀', '\u202e', '\u2067', 'שלום', 'مرحبا', '\u0301', '\u0308\u0323', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u2028', '\r\n', '\n\n', '\t', '\u0000', 'e\u0301', 'ﬁ', 'İ', 'ß', '漢字', '“', '”', '"', '‘', '’', '«', '»', "'s", '…',
  'Ada Moss', 'Oslo', 'Harbour Union', 'SCO', 'said', 'told', 'according to', 'attacked', 'attack', 'on Monday', 'May', '7 October', 'last year', '2023', 'minister', 'the', 'of', 'and', 'who', ',', '.', '?', '(', ')', '—', '-'];

const million = 1_000_000, filled = (unit: string): string => unit.repeat(Math.ceil(million / unit.length));

describe('the whole analysis of hard input', () => {
  it('keeps every offset inside, whatever the characters', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 150 }));
  it('keeps every offset inside, whatever the words between odd characters', () => {
    const mixture = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ')), { maxLength: 80 });
    fc.assert(fc.property(mixture, (list) => holds(list.flat().join(''))), { numRuns: 400 });
  });
  for (const [what, unit] of [['without a space', 'aB'], ['of opening quotation marks', '“'], ['of marks and verbs', '"a" said "b" said '], ['of one capital', 'A '], ['of right-to-left letters', 'שלום '], ['of combining marks', '\u0301'], ['of halves of pairs', '\ud83d'], ['of nothing that is seen', '\u200b']] as const) {
    it(`is sound for a megabyte ${what}`, function () {
      this.timeout(60_000);
      const text = filled(unit);
      checkSound(text, analyse(text));
    });
    it(`takes time that grows with the text ${what}`, function () {
      this.timeout(60_000);
      const ratio = growth((size) => { const text = unit.repeat(Math.ceil(size / unit.length)); return () => analyse(text); }, 30_000, 2.3);
      assert.ok(ratio < 2.3, `twice the text took ${ratio.toFixed(2)} times as long`);
    });
  }
  it('finds nothing in nothing', () => assert.deepEqual(analyse(''), { sentences: [], names: [], mentions: [], quotations: [], dates: [], events: [] }));
});

describe('what looks like a name, a date, a quotation or an event and is none', () => {
  const found = (text: string): Analysis => annotateText(text, '2024-04-12').analysis;
  const dates = (text: string): string[] => found(text).dates.map((date) => date.text), names = (text: string): string[] => found(text).mentions.map((mention) => mention.text);
  it('May the verb, and march the walk', () => {
    assert.deepEqual(dates('It may rain. They march to the port, and the march ends there. May I come? May he live long.'), []);
    assert.deepEqual(dates('In May it rained, and they came on March 3.'), ['May', 'March 3']);
  });
  it('china the plates, and turkey the bird', () => assert.deepEqual(names('She set the table with china and served turkey. The china was old.'), []));
  it('a seat of government that speaks is the place, and says so', () => {
    const { mentions } = found('The talks failed. Washington said it would go on, and he flew to Washington.');
    assert.deepEqual(mentions.map(({ text, kind, metonym }) => [text, kind, metonym ?? false]), [['Washington', 'place', true], ['Washington', 'place', false]]);
  });
  it('words the writer keeps at arm’s length, and titles', () => {
    assert.deepEqual(found('The shop sold “fresh” fruit. Her book “The Long Road Home” is out.').quotations, []);
  });
  it('a strike of luck, a heart attack and a struck deal', () => {
    const { events } = found('Ada Moss struck a deal with Oslo on Monday. Ben Roy had a heart attack on Tuesday. A press release came.');
    assert.deepEqual(events.filter(({ type }) => type === 'assault').map(({ text }) => text), []);
  });
});
