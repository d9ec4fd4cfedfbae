/** The views of the sidebar, as they are seen, clicked and dragged: sources, names, the draft, and what the events have besides. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { indexed, openedPassage } from '../support/attest';
import { driver } from '../support/driver';
import { inView, openView, rowsOf, rowTexts, settledRows, spokenRows, toggleRow, type ViewTitle } from '../support/views';
import { eventually, inWorkspace, openAlone, openDraft, setTheme } from '../support/workbench';

const sample = (): vscode.Uri => inWorkspace('seeds', 'drafts', 'china-iran-report.md');
const selected = (title: ViewTitle): string => `${rowsOf(title)}.selected`;
const isPreview = (): boolean | undefined => vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview;

/** Puts the cursor behind that text of the sample draft. */
async function cursorAfter(text: string): Promise<vscode.TextEditor> {
  const { document } = await openAlone(sample());
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return openAlone(sample(), offset + text.length);
}

describe('the sidebar', () => {
  before(async () => {
    await openAlone(sample());
    await indexed(3);
    await vscode.commands.executeCommand('attest.events.focus');
    await driver.resizeSidebar(460);
  });

  after(async () => {
    await vscode.workspace.getConfiguration('attest').update('events.followDraft', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('attest.events.groupByDate');
    await setTheme('light');
    await driver.resizeSidebar(300);
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('says of every row what its icon and its marks say', async () => {
    for (const title of ['Events', 'Sources', 'Names', 'This Draft'] as const) {
      await openView(title);
      await settledRows(title, (rows) => rows.length > 2);
      const spoken = await spokenRows(title);
      assert.deepEqual(spoken.filter((words) => words.trim().length < 3), [], title);
    }
    assert.ok((await spokenRows('This Draft')).some((words) => /^quote, misquoted, “China will continue/.test(words)));
  });

  describe('the draft', () => {
    before(async () => {
      await openAlone(sample());
      await openView('This Draft');
    });

    it('lists its quotes and citations in their order, each with its status', async () => {
      const rows = await settledRows('This Draft', (all) => all.some((row) => row.includes('misquoted')));
      const order = ['not in the interest', '[@nd-china-urged-restraint]', 'We call on the parties', 'There is no road to peace', 'China will continue'].map((text) => rows.findIndex((row) => row.includes(text)));
      assert.deepEqual(order, [...order].sort((a, b) => a - b));
      assert.ok(order[0]! > 0, rows.join('\n'));
      assert.match(rows[order[0]!]!, /exact/);
      assert.match(rows[order[3]!]!, /in no source/);
      assert.match(rows[order[4]!]!, /misquoted/);
    });

    it('selects what the cursor is in', async () => {
      await cursorAfter('China will continue to view');
      await driver.waitForText(selected('This Draft'), 'China will continue');
      await cursorAfter('There is no road');
      await driver.waitForText(selected('This Draft'), 'There is no road');
    });

    it('leads from a quote to what was found, and to its source', async () => {
      await toggleRow('This Draft', 'China will continue');
      await driver.waitForText(rowsOf('This Draft'), 'Misquoted:');
      await driver.click(rowsOf('This Draft'), 'Daily Caller News Foundation12 April 2024 · misquoted');
      const { file, selected: words } = await openedPassage(inWorkspace('seeds', '001_735a9a513be99861.txt').toString());
      assert.equal(file, '001_735a9a513be99861.txt');
      assert.match(words, /China will continue/);
    });

    it('tells the sources that it uses from those it does not', async () => {
      await openDraft('one-source.md', 'Geng Shuang said “It is not in the interest of any party that the situation in the Middle East worsens further,” and left.\n');
      const rows = await settledRows('This Draft', (all) => all.some((row) => /^Sources used/.test(row)));
      assert.ok(rows.includes('Sources used1') || rows.some((row) => /^Sources used ?1$/.test(row)), rows.join('\n'));
      assert.ok(rows.some((row) => /^Sources not used ?2$/.test(row)), rows.join('\n'));
    });

    it('says what to do when there is nothing in it', async () => {
      await openDraft('empty.md', 'Nothing yet.\n');
      await driver.waitForText(inView('This Draft', '.welcome-view-content'), 'quotes and cites nothing yet');
    });
  });

  describe('names', () => {
    before(async () => {
      await openDraft('names.md', '# Names\n');
      await openView('Names');
    });

    it('stand by how much is said of them, with their roles', async () => {
      const rows = await settledRows('Names', (all) => all.some((row) => row.startsWith('Wang Yi')));
      const people = rows.slice(1, rows.findIndex((row) => row.startsWith('Organisations')));
      const counts = people.map((row) => Number(/\d+/.exec(row)?.[0]));
      assert.ok(counts.length > 5 && counts.every((count, i) => i === 0 || count <= counts[i - 1]!), rows.join('\n'));
      assert.match(people[0]!, /^Wang Yi ?\d+ · Chinese Foreign Minister/);
    });

    it('lead to their passages: a click shows a preview, Enter opens for good', async () => {
      await toggleRow('Names', 'Geng Shuang');
      const rows = await settledRows('Names', (all) => all.some((row) => row.startsWith('Own words')) && all.some((row) => /postcard|Geng Shuang.*said|said.*Geng|Geng/.test(row)));
      assert.ok(rows.some((row) => /^Roles: foreign ministry spokesman/.test(row)), rows.join('\n'));
      const passage = (await driver.textsOf(rowsOf('Names'))).find((row) => /Geng/.test(row) && row.includes('date unknown'));
      assert.ok(passage, rows.join('\n'));
      await driver.click(rowsOf('Names'), passage.slice(0, 30));
      const { selected: words } = await openedPassage();
      assert.match(words, /Geng/);
      assert.equal(isPreview(), true);
      await driver.press('Enter');
      await eventually('an editor that stays', () => (isPreview() === false ? true : undefined));
    });

    it('offer to put them right, in a short menu', async () => {
      await driver.rightClick(rowsOf('Names'), 'Wang Yi');
      await driver.click('.monaco-menu .action-label', 'Rename');
      await driver.waitForText('.quick-input-widget', 'Rename “Wang Yi”');
      await driver.press('Escape');
    });

    it('are found by what is typed', async () => {
      void vscode.commands.executeCommand('attest.names.filter');
      await driver.waitForText('.quick-input-widget', 'Filter Names');
      await driver.type('wang');
      await driver.press('Enter');
      const rows = await settledRows('Names', (all) => all.length > 0 && all.every((row) => row.includes('Wang')));
      assert.equal(rows.length, 2, rows.join('\n'));
      await driver.waitForText(inView('Names', '.message'), '2 names match “wang”');
      await vscode.commands.executeCommand('attest.names.clearFilter');
      await settledRows('Names', (all) => all.some((row) => row.startsWith('Organisations')));
    });
  });

  describe('sources', () => {
    before(async () => {
      await openAlone(sample());
      await openView('Sources');
    });

    it('show what is known of them, what is not, and how the draft uses them', async () => {
      const rows = await settledRows('Sources', (all) => all.length === 3 && all.every((row) => row.includes('quoted')));
      assert.ok(rows.some((row) => /Daily Caller News Foundation · 12 April 2024 · quoted/.test(row)), rows.join('\n'));
      assert.equal(rows.filter((row) => row.includes('outlet unknown · date unknown')).length, 2);
      await driver.waitForText(inView('Sources', '.message'), '2 articles have no date');
      const spoken = await spokenRows('Sources');
      assert.ok(spoken.some((words) => words.includes('date stated in the text')) && spoken.some((words) => words.includes('date stated nowhere')), spoken.join('\n'));
    });

    it('are filtered by what they lack, and shown again', async () => {
      void vscode.commands.executeCommand('attest.sources.filter');
      await driver.waitForText('.quick-input-widget', 'Filter Sources');
      await driver.click('.quick-input-widget .monaco-list-row', 'Date or outlet unknown');
      await settledRows('Sources', (rows) => rows.length === 2);
      await driver.waitForText(inView('Sources', '.message'), '2 articles: date or outlet unknown');
      await vscode.commands.executeCommand('attest.sources.clearFilter');
      await settledRows('Sources', (rows) => rows.length === 3);
    });

    it('name a file that cannot be read, with what to do', async () => {
      const file = inWorkspace('seeds', 'broken.txt');
      await vscode.workspace.fs.writeFile(file, new Uint8Array([0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 0, 7]));
      try {
        await driver.waitForText(rowsOf('Sources'), 'Problems of the corpus', 15_000);
        await toggleRow('Sources', 'Problems of the corpus');
        await driver.waitForText(rowsOf('Sources'), 'seeds/broken.txt');
      } finally {
        await vscode.workspace.fs.delete(file);
      }
      await settledRows('Sources', (rows) => !rows.some((row) => row.includes('broken')));
    });
  });

  describe('events', () => {
    before(async () => {
      await openDraft('grouped.md', 'Then Wang Yi spoke, and nobody else did.\n');
      await openView('Events');
    });

    it('stand by name or by type on wish', async () => {
      await vscode.commands.executeCommand('attest.events.groupByType');
      const types = await settledRows('Events', (rows) => rows.some((row) => row.startsWith('Violence')));
      assert.ok(types.some((row) => row.startsWith('Meetings and talks')), types.join('\n'));
      await vscode.commands.executeCommand('attest.events.groupByName');
      const names = await settledRows('Events', (rows) => rows.some((row) => row.startsWith('Iran')));
      assert.ok(names.some((row) => row.startsWith('China')), names.join('\n'));
      await vscode.commands.executeCommand('attest.events.groupByDate');
      await settledRows('Events', (rows) => rows.some((row) => row.startsWith('October 2023')));
    });

    it('about the names at the cursor come first, on wish', async () => {
      await vscode.commands.executeCommand('attest.events.follow');
      await openDraft('followed.md', 'Then Wang| Yi spoke.\n');
      const rows = await settledRows('Events', (all) => all[0]?.startsWith('About Wang Yi') ?? false);
      assert.match(rows[1]!, /source/);
      await vscode.commands.executeCommand('attest.events.unfollow');
      await settledRows('Events', (all) => !all.some((row) => row.startsWith('About')));
    });

    it('are filtered by name, and say so', async () => {
      void vscode.commands.executeCommand('attest.events.filter');
      await driver.waitForText('.quick-input-widget', 'Filter Events');
      await driver.click('.quick-input-widget .monaco-list-row', 'Name…');
      await driver.waitForText('.quick-input-widget', 'Filter Events by Name');
      await driver.type('Soleimani');
      await driver.waitForText('.quick-input-widget .monaco-list-row', 'Qasem Soleimani');
      await driver.press('Enter');
      await driver.waitForText(inView('Events', '.message'), 'match');
      await vscode.commands.executeCommand('attest.events.clearFilter');
    });

    it('stay open and chosen while the corpus changes', async () => {
      await settledRows('Events', (rows) => rows.some((row) => row.startsWith('Hamas attacks Israel')));
      await driver.click(rowsOf('Events'), 'Hamas attacks Israel');
      const open = await settledRows('Events', (rows) => rows.some((row) => row.includes('Daily Caller')));
      const file = inWorkspace('seeds', 'later.txt');
      await vscode.workspace.fs.writeFile(file, Buffer.from('Prime Minister Zoltan Brekke met reporters in Oslo on 3 May 2024. “We will rebuild the bridge,” Brekke said.'));
      try {
        await indexed(4);
        await settledRows('Events', (rows) => rows.some((row) => row.startsWith('May 2024')));
        await driver.waitForText(selected('Events'), 'Hamas attacks Israel');
        const now = await rowTexts('Events');
        assert.ok(open.filter((row) => row.includes('Daily Caller')).every((row) => now.includes(row)), now.join('\n'));
      } finally {
        await vscode.workspace.fs.delete(file);
        await indexed(3);
      }
    });
  });

  describe('what is dragged into the draft', () => {
    const target = 'HERE';

    async function drag(title: ViewTitle, row: string): Promise<string> {
      const editor = await openDraft('dragged.md', `# Report\n\nThe first sentence. ${target}\n`);
      await settledRows(title);
      await driver.drag(rowsOf(title), row, target);
      return eventually(`${row} in the draft`, () => (editor.document.getText().includes(`. ${target}\n`) ? undefined : editor.document.getText()));
    }

    it('is an event as a sentence with its citation', async () => {
      await openView('Events');
      await settledRows('Events', (rows) => rows.some((row) => row.startsWith('Hamas attacks Israel')));
      const text = await drag('Events', 'Hamas attacks Israel');
      assert.match(text, /HERE Hamas attacks Israel on 7 October 2023 \[@[\w-]+; @[\w-]+\]\./);
      const keys = [...text.matchAll(/@([\w-]+)/g)].map(([, key]) => key!);
      const bibliography = inWorkspace('references.json').fsPath;
      await eventually('the bibliography', () => (existsSync(bibliography) && keys.every((key) => readFileSync(bibliography, 'utf8').includes(`"${key}"`)) ? true : undefined));
    });

    it('is an article as a citation', async () => {
      await openView('Sources');
      await settledRows('Sources', (rows) => rows.some((row) => row.includes('Daily Caller')));
      assert.match(await drag('Sources', 'Daily Caller'), /HERE \[@[\w-]+\]/);
    });

    it('is a quotation as a quote with its citation', async () => {
      await openView('Names');
      const shown = await settledRows('Names'), open = (start: string): boolean => shown.some((row) => row.startsWith(start));
      if (!open('Own words')) await toggleRow('Names', 'Geng Shuang');
      await driver.waitForText(rowsOf('Names'), 'Own words');
      if (!open('“')) await toggleRow('Names', 'Own words');
      await driver.waitForText(rowsOf('Names'), '“It is not in the interest');
      const text = await drag('Names', '“It is not in the interest');
      assert.match(text, /HERE “It is not in the interest of any party that the situation in the Middle East worsens further,” \[@[\w-]+\]/);
    });

    it('is a name in full', async () => {
      assert.match(await drag('Names', 'Jean-Loup Samaan'), /HERE Jean-Loup Samaan/);
    });

    it('gets there by keyboard too', async () => {
      await openView('Sources');
      await settledRows('Sources', (rows) => rows.some((row) => row.includes('Daily Caller')));
      const editor = await openDraft('keys.md', '# Report\n\nA statement|\n');
      const cited = (): true | undefined => (/A statement \[@[\w-]+\]/.test(editor.document.getText()) ? true : undefined);
      // A key that comes before the workbench has noted that the view has the focus goes to the list itself.
      await eventually('a citation', async () => {
        await vscode.commands.executeCommand('attest.sources.focus');
        await driver.press('Home');
        await driver.press('ControlOrMeta+Enter');
        return eventually('the citation of this key', cited, 2_000).catch(() => undefined);
      }, 20_000);
    });
  });

  describe('pictures', () => {
    before(async () => {
      await driver.resizeWindow(1280, 720);
      await cursorAfter('China will continue to view');
    });

    after(async () => {
      await driver.resizeWindow(1360, 850);
      await driver.resizeSidebar(460);
    });

    for (const [name, theme, width] of [['light', 'light', 420], ['narrow', 'light', 240], ['dark', 'dark', 420], ['high-contrast', 'highContrastDark', 420], ['high-contrast-light', 'highContrastLight', 420]] as const) {
      it(`of the views, ${name}`, async () => {
        await setTheme(theme);
        await driver.resizeSidebar(width);
        for (const title of ['Events', 'Sources', 'Names', 'This Draft'] as const) {
          await openView(title);
          await settledRows(title, (rows) => rows.length > 2);
          await driver.mouseAway();
          assert.ok(statSync(await driver.screenshot(`${title.replace(' ', '-').toLowerCase()}-${name}`)).size > 20_000);
        }
      });
    }
  });
});
