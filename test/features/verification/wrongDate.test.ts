import assert from 'node:assert/strict';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { verifyDraft } from '../../../src/features/verification/verifyDraft';
import { isSlip } from '../../../src/features/verification/wrongDate';
import { markdown, readCorpus } from './drafts';

const reports = {
  '/reports/one.txt': ['Norvania attacked Sulmark on May 3, 2022. The bridge at Tolmin fell.', '2022-05-20'],
  '/reports/two.txt': ['Before the talks, Norvania attacked Sulmark on 3 May 2022, and the harbour burned.', '2022-05-21'],
  '/reports/three.txt': ['President Ana Brandt visited Sulmark on June 9, 2022.', '2022-06-20'],
  '/reports/four.txt': ['President Ana Brandt visited Sulmark on July 11, 2022.', '2022-07-20'],
} as const;

describe('dates of events', () => {
  let store: CorpusStore;
  before(async () => { store = await readCorpus(reports); });
  after(() => store.close());
  const wrong = async (text: string): Promise<string[]> => (await verifyDraft(store, markdown(text)))!.findings.map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);

  const cases: readonly (readonly [draft: string, ...findings: string[]])[] = [
    ['Norvania attacked Sulmark on May 4, 2022.', 'wrong-date: May 4, 2022'],
    ['On 3 May 2021, Norvania attacked Sulmark.', 'wrong-date: 3 May 2021'],
    ['Norvania attacked Sulmark on 3 June 2022.', 'wrong-date: 3 June 2022'],
    ['Norvania attacked Sulmark on May 5.', 'wrong-date: May 5'],
    ['Norvania attacked Sulmark on May 3, 2022.'],
    ['Norvania attacked Sulmark on May 3.'],
    ['Norvania attacked Sulmark in 2022.'],
    ['Norvania attacked Sulmark on Monday.'],
    // Another event: more than a slip apart, other parties, only planned, or in another's mouth.
    ['Norvania attacked Sulmark on August 12, 2019.'],
    ['Sulmark attacked Norvania on May 4, 2022.'],
    ['Norvania will attack Sulmark on May 4, 2022.'],
    ['He wrote: “Norvania attacked Sulmark on May 4, 2022.”'],
    // Of two events alike nobody can tell which is meant.
    ['President Ana Brandt visited Sulmark on June 10, 2022.'],
  ];
  for (const [draft, ...findings] of cases) {
    it(`${draft}: ${findings.join('; ') || 'nothing'}`, async () => assert.deepEqual((await wrong(draft)).filter((each) => each.startsWith('wrong-date')), findings));
  }

  it('are told with what the sources say, and where', async () => {
    const [finding] = (await verifyDraft(store, markdown('Norvania attacked Sulmark on May 4, 2022.')))!.findings;
    assert.match(finding!.message, /^Every source dates “Norvania attacks Sulmark.*” otherwise: 3 May 2022 \(.+ and 1 more\), not “May 4, 2022”\.$/);
    assert.deepEqual(finding!.related.map(({ article }) => article.path), ['/reports/one.txt', '/reports/two.txt']);
  });

  it('differ by a slip in one of day, month and year', () => {
    for (const [a, b, expected] of [
      ['2022-05-03', '2022-05-04', true], ['XXXX-05-03', '2022-05-04', true], ['2021-05-03', '2022-05-03', true], ['2022-05-03', '2022-05-03', false],
      ['2022-05-03', '2022-06-04', false], ['XXXX-05-03', '2022-05-03', false], ['2022-05', '2022-05-03', false], ['2022-05-03T08:00', '2022-05-04', true],
    ] as const) assert.equal(isSlip(a, b), expected, `${a} ${b}`);
  });
});
