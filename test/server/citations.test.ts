import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionItem, CompletionList, DocumentLink, MarkupContent, TextEdit } from 'vscode-languageserver';
import type { ArticleItem, BibliographyInsertion, CitationInsertion } from '../../src/server/protocol';
import { edited, LspClient } from './lspClient';

const asked = 'dcnf-2024-biden-administration-asked';

describe('citations over LSP', () => {
  let client: LspClient;
  before(async () => { client = await LspClient.start(); });
  after(() => client.stop());

  async function complete(marked: string, languageId?: string, name?: string, context: object = { triggerKind: 2, triggerCharacter: '@' }): Promise<{ items: readonly CompletionItem[]; text: string; uri: string }> {
    const { uri, text, position } = await client.open(marked, languageId, name);
    const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', { textDocument: { uri }, position, context });
    return { items: list?.items ?? [], text, uri };
  }

  describe('completion of a key', () => {
    it('offers the works of the bibliography first, then further articles, and shows the article', async () => {
      const { items } = await complete('---\nbibliography: references.json\n---\n\nAs said [@|].', 'markdown', 'seeds/drafts/a.md');
      assert.deepEqual(items.map(({ label }) => label), ['nd-china-urged-restraint', asked, 'nd-china-head-west']);
      const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[1]);
      assert.match((resolved.documentation as MarkupContent).value, /Daily Caller News Foundation · 12 April 2024/);
    });
    it('adds an article that the bibliography lacks when it is accepted', async () => {
      const { items, text } = await complete('As said [@bid|].', 'markdown', 'fresh/b.md');
      const item = items.find(({ label }) => label === asked)!;
      assert.equal(edited(text, item.textEdit as TextEdit), `As said [@${asked}].`);
      await client.connection.sendRequest('workspace/executeCommand', item.command!);
      assert.match(client.written.get('references.json') ?? '', new RegExp(`"id": "${asked}"`));
      const again = await complete('And [see @dcnf|].', 'markdown', 'fresh/c.md');
      assert.equal(again.items[0]?.label, asked);
      assert.equal(again.items[0].command, undefined);
    });
    it('works in LaTeX and Typst, with the .bib file that the draft names', async () => {
      for (const [marked, languageId, name, result] of [
        ['\\addbibresource{refs.bib}\n\nAs said \\autocite{|}.', 'latex', 'tex/d.tex', `\\autocite{${asked}}.`],
        ['#bibliography("works.bib")\n\nAs said @|', 'typst', 'typ/d.typ', `As said @${asked}`],
      ] as const) {
        const { items, text } = await complete(marked, languageId, name, { triggerKind: 1 });
        const item = items.find(({ label }) => label === asked)!;
        assert.ok(edited(text, item.textEdit as TextEdit).endsWith(result), languageId);
        await client.connection.sendRequest('workspace/executeCommand', item.command!);
      }
      assert.match(client.written.get('refs.bib') ?? '', new RegExp(`^@article\\{${asked},\n`));
      assert.equal(client.written.get('works.bib'), client.written.get('refs.bib'));
    });
    it('takes the whole key when the cursor is within it', async () => {
      const { items, text } = await complete('See [@dc|nf-x].', 'markdown', 'seeds/drafts/e.md');
      assert.equal(edited(text, items.find(({ label }) => label === asked)!.textEdit as TextEdit), `See [@${asked}].`);
    });
    it('offers nothing elsewhere', async () => {
      for (const [marked, languageId] of [['Write to ann@|', 'markdown'], ['Thanks @|', 'markdown'], ['`[@|`', 'markdown'], ['```\n[@|\n```', 'markdown'], ['\\textbf{|', 'latex'], ['Ask [@|', 'plaintext'], ['a {|', 'markdown'], ['[x] @|', 'markdown']] as const) {
        for (const context of [{ triggerKind: 2, triggerCharacter: marked.at(marked.indexOf('|') - 1) }]) assert.deepEqual((await complete(marked, languageId, undefined, context)).items, [], `${languageId}: ${marked}`);
      }
    });
  });

  describe('Insert Citation', () => {
    const articles = async (words: string): Promise<ArticleItem[]> => client.connection.sendRequest('attest/articles', { words, limit: 10 });

    /** The draft after citing the article about Blinken's calls at the mark. */
    async function cited(marked: string, form: string, languageId = 'markdown', name?: string): Promise<{ draft: string; insertion: CitationInsertion }> {
      await client.configure({ citation: { form } });
      const { uri, text, position } = await client.open(marked, languageId, name);
      const [article] = await articles('Daily Caller');
      const insertion = (await client.connection.sendRequest<CitationInsertion | null>('attest/citationInsertion', { id: article!.id, uri, position }))!;
      return { draft: edited(text, { range: insertion.range, newText: insertion.text }), insertion };
    }

    it('finds articles by outlet, date, words of the text, and with a slip', async () => {
      assert.equal((await articles('')).length, 3);
      for (const words of ['daily caller', 'april 2024', '001_735', 'Blinken diplomatic missions sovereignty', 'Daly Callr']) assert.match((await articles(words))[0]?.path ?? '', /001_735/, words);
      const [first] = await articles('foundation');
      assert.match(first!.title, /^\[The Biden administration asked/);
      assert.equal(first!.source.published, '12 April 2024');
      assert.deepEqual(await articles('zzqx vvkw'), []);
    });
    it('writes each form, with a space where one is needed', async () => {
      assert.equal((await cited('He agreed.|', 'pandoc', 'markdown', 'g.md')).draft, `He agreed. [@${asked}]`);
      assert.equal((await cited('He agreed |.', 'pandoc', 'markdown', 'h.md')).draft, `He agreed [@${asked}].`);
      assert.equal((await cited('He agreed|.', 'latex', 'latex', 'i.tex')).draft, `He agreed \\autocite{${asked}}.`);
      assert.equal((await cited('He agreed|.', 'typst', 'typst', 'i.typ')).draft, `He agreed @${asked}.`);
      assert.equal((await cited('He agreed|.', 'inline', 'markdown')).draft, 'He agreed (Daily Caller News Foundation, 12 April 2024).');
      const note = await cited('He agreed|.', 'footnote', 'markdown');
      assert.equal(note.draft, 'He agreed[^1].');
      assert.match(note.insertion.draftEdits[0]!.text, /\[\^1\]: Jake Smith, .*Daily Caller News Foundation, 12 April 2024/);
    });
    it('adds to a citation that the cursor is in', async () => {
      assert.equal((await cited('He agreed [@doe-1999|].', 'pandoc', 'markdown', 'j.md')).draft, `He agreed [@doe-1999; @${asked}].`);
      assert.equal((await cited('He agreed \\autocite{doe|}.', 'latex', 'latex', 'k.tex')).draft, `He agreed \\autocite{doe,${asked}}.`);
    });
    it('writes BibTeX where the draft names a .bib file or is no Markdown', async () => {
      for (const [marked, languageId, name, file] of [['---\nbibliography: lit.bib\n---\nHe agreed|.', 'markdown', 'l.md', 'lit.bib'], ['He agreed|.', 'latex', 'm.tex', 'references.bib'], ['He agreed|.', 'markdown', 'n.md', 'references.json']] as const) {
        const { insertion } = await cited(marked, 'pandoc', languageId, name);
        assert.equal(insertion.bibliography?.uri, client.uriOf(file));
        assert.match(insertion.bibliography.text, file.endsWith('.bib') ? /^@article\{/ : /^\[/);
      }
    });
    it('answers null for an article that is gone', async () => {
      const { uri, position } = await client.open('x|');
      assert.equal(await client.connection.sendRequest('attest/citationInsertion', { id: 987654, uri, position }), null);
    });
  });

  it('links keys to articles and addresses, and no other', async () => {
    const bibliography = '@article{a, file = {../seeds/001_735a9a513be99861.txt}}\n@online{b, url = {https://herald.example/b}}\n@book{c, title = {C}}\n@misc{d, url = {javascript:alert(1)}}\n@misc{e, file = {../../etc/passwd}}';
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: client.uriOf('links/refs.bib'), languageId: 'bibtex', version: 1, text: bibliography } });
    const { uri } = await client.open('---\nbibliography: refs.bib\n---\nOne [@a; @b], two [@c; @d; @e; @unknown].|', 'markdown', 'links/draft.md');
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(links.map(({ range, target }) => [range.start.character, range.end.character, target]), [[6, 7, client.uriOf('seeds/001_735a9a513be99861.txt')], [10, 11, 'https://herald.example/b']]);
  });

  describe('Insert Bibliography', () => {
    /** The draft with its bibliography at the mark, and what the answer says besides. */
    async function inserted(marked: string, name: string, languageId = 'markdown', style?: string): Promise<{ draft: string; answer: BibliographyInsertion }> {
      const { uri, text, position } = await client.open(marked, languageId, name);
      const answer = await client.connection.sendRequest<BibliographyInsertion>('attest/bibliography', { uri, position, ...(style ? { style } : {}) });
      return { draft: edited(text, { range: answer.range, newText: answer.text }), answer };
    }

    it('writes the works that the draft cites, and names the keys that are unknown', async () => {
      const { draft, answer } = await inserted(`Said [@${asked}; @unknown-key], see @fig-one.\n\n# Sources|`, 'seeds/drafts/p.md');
      assert.equal(draft.slice(draft.indexOf('#')), '# Sources\n\nSmith, J. (2024, April 12). \\[The Biden administration asked China on Thursday to urge Iran …\\]. *Daily Caller News Foundation*.\n');
      assert.deepEqual(answer.unknown, ['unknown-key']);
      assert.equal(answer.warning, undefined);
    });
    it('takes the style of the settings, and any .csl file', async () => {
      await client.configure({ bibliography: { style: 'mla' } });
      assert.match((await inserted(`[@${asked}]\n\n|`, 'seeds/drafts/q.md')).draft, /Smith, Jake\. “?.*Daily Caller News Foundation\*, 12 Apr\. 2024/);
      writeFileSync(path.join(client.folder, 'own.csl'), '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="container-title" prefix="My "/></layout></bibliography></style>');
      assert.match((await inserted(`[@${asked}]\n\n|`, 'seeds/drafts/r.md', 'markdown', '../../own.csl')).draft, /\n\nMy Daily Caller News Foundation\n$/);
    });
    it('says what is missing', async () => {
      for (const [marked, name, style, warning] of [
        ['No citation.|', 's.md', 'apa', /cites no work/], ['[@x]|', 'seeds/drafts/t.md', 'apa', /has none of the works/], [`[@${asked}]|`, 'seeds/drafts/u.md', 'nothing', /no style nothing/], [`[@${asked}]|`, 'seeds/drafts/v.md', 'gone.csl', /no style gone\.csl/],
      ] as const) {
        const { answer } = await inserted(marked, name, 'markdown', style);
        assert.equal(answer.text, '');
        assert.match(answer.warning ?? '', warning);
      }
    });
  });
});
