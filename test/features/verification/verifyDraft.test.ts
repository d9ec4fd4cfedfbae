import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { fixesOf } from '../../../src/features/verification/fixes';
import { defaultSeverities } from '../../../src/features/verification/finding';
import { bibliographyKeys } from '../../../src/features/verification/references';
import { countsInWords, verifyDraft, type DraftReport } from '../../../src/features/verification/verifyDraft';
import { edited, markdown, press, readCorpus } from './drafts';

/** `code: words it stands at` of each finding that is shown by default. */
function shown({ findings }: DraftReport, text: string): string[] {
  return findings.filter(({ code }) => defaultSeverities[code] !== 'off').map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
}

describe('verifying a draft', () => {
  let store: CorpusStore;
  before(async () => { store = await readCorpus(press); });
  after(() => store.close());

  const check = async (text: string): Promise<DraftReport> => (await verifyDraft(store, markdown(text), {
    references: { keys: new Map([['bell', '/press/bell.txt'], ['tide', '/press/tide.txt'], ['book', null]]) },
  }))!;

  const cases: readonly (readonly [draft: string, ...findings: string[]])[] = [
    ['“We will not sell the old harbour to anyone who asks,” Solheim said.'],
    ['“We will sell the old harbour to anyone who asks,” Solheim said.', 'misquoted: We will sell the old harbour to anyone who asks,'],
    ['“We shall build three new lighthouses along the coast,” Solheim said.', 'not-found: We shall build three new lighthouses along the coast,'],
    ['They spoke of the “silver fog” and of “The Long Road Home”.'],
    ['“The herring have moved north and our boats must follow them,” Pavel Ostrander said.', 'wrong-speaker: Pavel Ostrander'],
    ['“The herring have moved north and our boats must follow them,” Quillfeather said.'],
    ['“The herring have moved north and our boats must follow them,” the skipper said.'],
    ['“The herring have moved north and our boats must follow them,” she said.'],
    ['“The herring have moved north and our boats must follow them” [@tide].'],
    ['“The herring have moved north and our boats must follow them” [@bell].', 'wrong-citation: [@bell]'],
    ['“The herring have moved north and our boats must follow them” [@gull].', 'missing-key: gull'],
    ['“The herring have moved north and our boats must follow them” [@book].'],
    ['The inquiry heard Ingrid Solhein for an hour.', 'misspelt-name: Solhein'],
    ['The inquiry heard “Ingrid Solhein” and then Solheim, in Lorvik.'],
    ['> The herring have moved south and our boats must follow them', 'misquoted: The herring have moved south and our boats must follow them'],
    ['`“We will sell the old harbour to anyone who asks”`'],
    ['“We will sell the old harbour to anyone'],
  ];
  for (const [draft, ...findings] of cases) {
    it(`${draft}: ${findings.join('; ') || 'nothing'}`, async () => assert.deepEqual(shown(await check(draft), draft), findings));
  }

  it('is silent where the writer wants it, and counts that', async () => {
    const wrong = '“We will sell the old harbour to anyone who asks,” Solheim said.';
    for (const [draft, left, ignored] of [
      [`<!-- attest: ignore -->\n${wrong}\n\n${wrong}`, 1, 1],
      [`${wrong}\n\n<!-- attest: ignore -->\n\n${wrong}`, 1, 1],
      [`<!-- attest: ignore-start -->\n\n${wrong}\n\n${wrong}\n\n<!-- attest: ignore-end -->\n\n${wrong}`, 1, 2],
      [`${wrong}\n\n<!-- attest: ignore-start -->\n\n${wrong}`, 1, 1],
      [`${wrong}\n\n<!-- attest: ignore-file -->`, 0, 1],
      [`${wrong}\n\n<!-- ignore -->\n\n${wrong}`, 2, 0],
    ] as const) {
      const { findings, counts } = await check(draft);
      assert.deepEqual([findings.length, counts.ignored], [left, ignored], draft);
    }
  });

  it('says in a line how the quotes stand', async () => {
    const report = await check('“We will not sell the old harbour to anyone who asks,” “The herring have moved … our boats must follow them,” “We will sell the old harbour to anyone who asks,” and “a fog”.');
    assert.equal(countsInWords(report.counts), '3 quotes · 1 exact · 1 altered lawfully · 1 misquoted · 2 sources');
  });

  const fixes: readonly (readonly [kind: string, draft: string, mended: string])[] = [
    ['useSourceWords', 'He said: “[W]e will sell the *new* harbour … to anyone who really asks.”', 'He said: “[W]e will not sell the *old* harbour … to anyone who asks.”'],
    ['useSourceWords', '“herring have moved south and our boats must follow them”', '“herring have moved north and our boats must follow them”'],
    ['useSourceWords', 'He said: “We will not sell the old *very* harbour to anyone who asks.”', 'He said: “We will not sell the old harbour to anyone who asks.”'],
    ['correctSpeaker', '“The herring have moved north and our boats must follow them,” Pavel Ostrander said.', '“The herring have moved north and our boats must follow them,” Marta Quillfeather said.'],
    ['correctName', 'We heard Ingrid Solhein.', 'We heard Ingrid Solheim.'],
    ['dropMarks', 'He said “we shall build three new lighthouses here”.', 'He said we shall build three new lighthouses here.'],
    ['ignore', 'One.\n\nHe said “we shall build three new lighthouses here”.', 'One.\n\nHe said “we shall build three new lighthouses here” <!-- attest: ignore -->.'],
    ['ignore', '“We shall build three new lighthouses” [@tide], he said.', '“We shall build three new lighthouses” [@tide] <!-- attest: ignore -->, he said.'],
    ['ignore', '> We shall build three new lighthouses along the coast', '> <!-- attest: ignore -->\n> We shall build three new lighthouses along the coast'],
    ['ignore', 'We heard Ingrid Solhein.', '<!-- attest: ignore -->\nWe heard Ingrid Solhein.'],
  ];
  for (const [kind, text, mended] of fixes) {
    it(`${kind}: ${mended}`, async () => {
      const draft = markdown(text), report = await check(text);
      const fix = report.findings.flatMap((finding) => fixesOf(draft, finding)).find((each) => each.kind === kind);
      assert.equal(edited(text, fix?.edits ?? []), mended);
      if (kind === 'ignore') assert.deepEqual((await check(mended)).findings, []);
    });
  }

  it('finds in the sample draft what is wrong with it, and nothing else', async () => {
    const root = path.resolve('seeds'), text = readFileSync(path.join(root, 'drafts/china-iran-report.md'), 'utf8');
    const seeds = await readCorpus(Object.fromEntries(readdirSync(root).filter((file) => file.endsWith('.txt')).map((file) => [path.join(root, file), [readFileSync(path.join(root, file), 'utf8')] as const])));
    try {
      const draft = markdown(text), folder = path.join(root, 'drafts');
      const file = { name: 'references.json', text: readFileSync(path.join(folder, 'references.json'), 'utf8'), folders: [folder] };
      const report = (await verifyDraft(seeds, draft, { references: { keys: await bibliographyKeys(seeds, [file], path.resolve) } }))!;
      assert.deepEqual(shown(report, text).map((line) => line.slice(0, 60)), [
        'misspelt-name: Solemani',
        'not-found: There is no road to peace in Gaza that does not l',
        'wrong-speaker: Wang Yi',
        'misquoted: China will continue to view the issue based on it',
      ]);
      assert.ok(report.quotes.every(({ citation }) => citation.status === 'none' || citation.status === 'agrees'));
    } finally {
      await seeds.close();
    }
  });
});
