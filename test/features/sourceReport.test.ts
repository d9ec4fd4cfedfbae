import assert from 'node:assert/strict';
import { marked } from 'marked';
import type { CorpusStore } from '../../src/corpus/store/store';
import { proseOf } from '../../src/draft/prose';
import { sourceReport } from '../../src/features/sourceReport';
import { writeSourceReport } from '../../src/features/sourceReportText';
import { verifyDraft } from '../../src/features/verification/verifyDraft';
import { corpusOf } from '../support/memoryCorpus';
import { harbour } from './fixture';

const evil = 'We saw <b>nothing</b> [here](javascript:alert(1)) at https://evil.example today, honestly';

describe('the source report', () => {
  let store: CorpusStore;
  before(async () => {
    store = await corpusOf({ ...harbour, '/corpus/evil.txt': { text: `“${evil},” Ana Marin said.`, outlet: '<script>x</script>', names: { 'Ana Marin': { kind: 'person' } }, quotations: [{ text: `${evil},`, speaker: 'Ana Marin', cue: 'said' }] } });
  });
  after(() => store.close());

  async function report(text: string, format: 'markdown' | 'html', languageId = 'markdown'): Promise<string> {
    const checked = await verifyDraft(store, proseOf(text, languageId));
    return writeSourceReport(sourceReport('/drafts/a_b.md', text, checked!), format);
  }
  const draft = 'Talks.\n\nAna Marin said: “We will not close the harbour while talks go on.”\n\nLater: “We will sell the town to the moon people.”\n';

  it('tells of each quote what it rests on', async () => {
    const text = await report(draft, 'markdown');
    assert.match(text, /^# Source report: a\\_b\.md\n/);
    assert.match(text, /## 1\. Exact \(line 3\)\n\n> “We will not close the harbour while talks go on\.”/);
    assert.match(text, /- Speaker in the source: Ana Marin\n- Source: The Lorvik Courier, 5 March 2024/);
    assert.match(text, /- Passage: .*\*\*We will not close the harbour while talks go on\*\*,/);
    assert.match(text, /## 2\. Not found \(line 5\)[^]*- Finding: No source has these words\./);
  });
  it('shows the timeline that goes with it: in the page, or as a file beside it', async () => {
    const checked = sourceReport('/drafts/a.md', draft, (await verifyDraft(store, proseOf(draft, 'markdown')))!), svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>', picture = { svg, file: 'a b>.timeline.svg' };
    assert.match(writeSourceReport(checked, 'markdown', picture), /## Timeline\n\n!\[[^\]]+\]\(<a b%3E\.timeline\.svg>\)\n$/);
    const html = writeSourceReport(checked, 'html', picture);
    assert.equal(Buffer.from(/src="data:image\/svg\+xml;base64,([\w+/=]+)"/.exec(html)?.[1] ?? '', 'base64').toString(), svg);
    assert.match(html, /img-src data:/);
    assert.doesNotMatch(writeSourceReport(checked, 'html'), /<img/);
  });
  it('has the passage with the blanks of its source', async () => {
    assert.match(await report(draft, 'markdown'), /Passage: .*Monday\. “\*\*We will not close the harbour while talks go on\*\*,” Marin said\. The union/);
  });
  it('has nothing in it that steers a display', async () => {
    const steering = 'Ana Marin said: “We will \u202enot\u202c sell the \u001b[31mtown\u001b[0m to the moon people.”\n';
    for (const format of ['markdown', 'html'] as const) {
      const text = await report(steering, format, 'plaintext');
      assert.match(text, /We will not sell the/);
      assert.doesNotMatch(text, /[\u001b\u202a-\u202e]/);
    }
  });
  it('shows what articles say and never does it', async () => {
    const quoting = `Ana Marin said: “${evil}.”\n`;
    for (const html of [await report(quoting, 'html', 'plaintext'), await marked.parse(await report(quoting, 'markdown', 'plaintext'))]) {
      assert.doesNotMatch(html, /<b>|<script>|href=/);
      assert.match(html, /Exact|Typographic/);
      assert.match(html, /evil\.example/);
    }
  });
});
