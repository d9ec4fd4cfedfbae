/** Articles as attackers write them, in every place where the editor shows them: they are read there, and do nothing. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { hoverAt, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { assertShown, correctionsFile, foreign, hostileName, payloads, quotationOf, removeHostileArticles, seen, writeHostileArticles } from '../support/hostile';
import { openView, rowsOf, settledRows, toggleRow, type ViewTitle } from '../support/views';
import { eventually, openDraft, workspaceFolder } from '../support/workbench';

const hover = '.monaco-hover', suggestions = '.suggest-widget.visible', pick = '.quick-input-widget', messages = '.notifications-center .notification-list-item';

/** A draft in plain text, where Markdown is words, that names and quotes what article `n` has about its payload. */
const draftOf = (n: number): string => `Then Ann Marlow${n} spoke up.\n\nShe said “${quotationOf(n)},” and left.\n\nThen “${quotationOf(n).replace('before', 'after')}” it was.\n`;

async function nothingDone(selector: string): Promise<void> {
  assert.deepEqual(foreign(await driver.deedsIn(selector)), []);
}

/** The message with those words, in the list of messages: a window that nobody looks at shows none by itself. */
async function message(words: string): Promise<string> {
  return eventually(`the message ${words}`, async () => {
    await vscode.commands.executeCommand('notifications.showList');
    return driver.waitForText(messages, words, 500).catch(() => undefined);
  });
}

/** Chooses a row of the list that is open. */
async function choose(row: string): Promise<void> {
  await driver.waitForText(`${pick} .monaco-list-row`, row);
  await eventually('the choice', async () => {
    await driver.click(`${pick} .monaco-list-row`, row);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (await driver.textsOf(`${pick} .monaco-list-row`)).some((text) => text.includes(row)) ? undefined : true;
  });
}

async function pickShows(command: string, title: string, typed: string, row: string): Promise<string> {
  void vscode.commands.executeCommand(command);
  await driver.waitForText(pick, title);
  await driver.type(typed);
  await driver.waitForText(`${pick} .monaco-list-row`, row, 15_000);
  const shown = await driver.textsOf(`${pick} .monaco-list-row`);
  await nothingDone(`${pick} .quick-input-list`);
  return shown.join('\n');
}

describe('hostile articles', () => {
  before(async function () {
    this.timeout(120_000);
    await openDraft('hostile.md', '# Hostile\n');
    await indexed(3);
    writeHostileArticles();
    writeFileSync(correctionsFile(), `names:\n  rename:\n    Ann Marlow0: ${JSON.stringify(hostileName)}\n`);
    await eventually('the last of them', async () => ((await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Marlow13')).length > 0 ? true : undefined), 60_000);
    await driver.waitUntilGone('.statusbar-item .codicon-sync', 60_000);
    await driver.resizeSidebar(520);
  });

  after(async function () {
    this.timeout(60_000);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    removeHostileArticles();
    await indexed(3, 60_000);
    await driver.resizeSidebar(300);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await driver.mouseAway();
  });

  describe('in the hover', () => {
    for (const [n, [what, payload]] of payloads.entries()) {
      it(`are words: ${what}`, async () => {
        const { document } = await openDraft('hostile.txt', draftOf(n));
        await driver.hoverText(n === 0 ? 'Ann' : `Marlow${n}`, { near: 'spoke up' });
        assertShown(await driver.waitForText(hover, 'Daily'), payload);
        await nothingDone(hover);
        await driver.mouseAway();
        await driver.waitUntilGone(hover);
        await eventually('what is said of the quote', async () => ((await hoverAt(document, 'warned')) !== '' ? true : undefined));
        await driver.hoverText('warned', { near: 'Then “We' });
        assertShown(await driver.waitForText(hover, 'warned'), payload);
        await nothingDone(hover);
        await driver.screenshot(`hostile-hover-${n}`, { clip: { x: 300, y: 36, width: 1060, height: 420 }, coarse: true });
        await driver.mouseAway();
      });
    }
  });

  it('are words in the list of suggestions and beside it', async function () {
    this.timeout(60_000);
    await openDraft('hostile.md', 'She said |');
    await driver.type('“warned them harvest');
    await driver.waitForText(suggestions, 'We warned');
    await eventually('the side of the list', async () => {
      if ((await driver.textsOf('.suggest-details')).some((text) => text.includes('Open in source'))) return true;
      await vscode.commands.executeCommand('toggleSuggestionDetails');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return undefined;
    });
    const seenBeside = new Set<string>(), rows = new Set<string>();
    for (let n = 0; n < payloads.length; n++) {
      if (n > 0) await driver.press('ArrowDown');
      const [beside] = await eventually('the side of a suggestion', async () => {
        const texts = (await driver.textsOf('.suggest-details')).map(seen);
        return texts[0]?.includes('Open in source') && !seenBeside.has(texts[0]) ? texts : undefined;
      });
      seenBeside.add(beside!);
      for (const row of await driver.textsOf(`${suggestions} .monaco-list-row`)) rows.add(row);
      await nothingDone(suggestions);
    }
    await nothingDone('.suggest-details-container');
    await driver.screenshot('hostile-suggestions', { coarse: true });
    const all = [...seenBeside].join('\n');
    for (const [, payload] of payloads) assertShown(all, payload);
    assertShown([...rows].join('\n'), '$(flame) $(sync');
    await driver.press('Escape');
  });

  it('are words in the lists to choose from', async function () {
    this.timeout(60_000);
    await openDraft('hostile.md', 'She said |');
    const quotes = await pickShows('attest.insertQuote', 'Insert Quote', 'warned them', 'We warned them');
    await driver.screenshot('hostile-pick', { coarse: true });
    assertShown(quotes, '![x](https://evil.example/track.png?who=writer)', 20);
    await driver.press('Escape');
    assertShown(await pickShows('attest.insertCitation', 'Insert Citation', 'onerror', 'Daily'), '<img src=https://evil.example/x onerror=alert(1)>');
    await driver.screenshot('hostile-pick-articles', { coarse: true });
    await driver.press('Escape');
    assertShown(await pickShows('attest.showName', 'Show Passages of a Name', 'Marlow0', '$(sync~spin)'), hostileName);
    await choose('$(sync~spin)');
    await driver.waitForText(`${pick} .monaco-list-row`, 'warned');
    await nothingDone(pick);
    await driver.press('Escape');
    void vscode.commands.executeCommand('attest.showProblems');
    await driver.waitForText(`${pick} .monaco-list-row`, 'huge.txt');
    await nothingDone(pick);
    await driver.screenshot('hostile-problems', { coarse: true });
    await driver.press('Escape');
    await vscode.commands.executeCommand('workbench.action.quickOpen', '#Daily ');
    assertShown(await driver.waitForText(`${pick} .monaco-list-row`, '~spin)'), '$(flame) $(sync~spin)');
    await nothingDone(`${pick} .quick-input-list`);
    await driver.screenshot('hostile-symbols', { coarse: true });
    await driver.press('Escape');
  });

  describe('in the sidebar', () => {
    const views: readonly (readonly [ViewTitle, string, string])[] = [['Sources', 'Daily <img', 'We warned'], ['Names', 'Marlow1', 'warned'], ['Events', 'Marlow2', 'Daily [more]']];
    for (const [title, row, below] of views) {
      it(`are words: ${title}`, async function () {
        this.timeout(60_000);
        await openDraft('hostile.md', 'Nothing yet.\n');
        await openView(title);
        await driver.press('Home');
        await settledRows(title);
        const shown: string[] = [];
        for (let page = 0; page < 12; page++) {
          shown.push(...(await driver.textsOf(rowsOf(title))));
          await nothingDone(rowsOf(title));
          if (shown.some((text) => text.includes(row))) break;
          await driver.press('PageDown');
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        assert.ok(shown.some((text) => text.includes(row)), shown.join('\n'));
        for (const text of shown) assert.ok(text.length < 600, `a row of ${text.length} characters`);
        // An editor that is busy may miss the mouse: a person who sees nothing moves it away and back.
        const tooltip = await eventually('a tooltip', async () => {
          await driver.mouseAway();
          await driver.mouseTo(`${rowsOf(title)}:has-text(${JSON.stringify(row)}) .monaco-icon-label`);
          return driver.waitForText('.workbench-hover', row, 2_500).catch(() => undefined);
        }, 15_000);
        assert.ok(tooltip.length < 3000, `a tooltip of ${tooltip.length} characters`);
        await nothingDone('.workbench-hover');
        await driver.screenshot(`hostile-${title.toLowerCase()}`, { coarse: true });
        await driver.mouseAway();
        await toggleRow(title, row);
        await driver.waitForText(rowsOf(title), below);
        await nothingDone(rowsOf(title));
      });
    }

    it('are words: This Draft', async () => {
      await openDraft('hostile.txt', draftOf(4));
      await openView('This Draft');
      await settledRows('This Draft', (rows) => rows.some((row) => row.includes('misquoted')));
      await toggleRow('This Draft', 'misquoted');
      await driver.waitForText(rowsOf('This Draft'), 'Misquoted');
      await driver.screenshot('hostile-draft', { coarse: true });
      await nothingDone(rowsOf('This Draft'));
    });
  });

  it('are words in findings, and a quote that hides characters is told', async () => {
    const { document } = await openDraft('hostile.md', draftOf(8));
    const found = await eventually('the findings', () => {
      const all = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      return all.length >= 2 ? all : undefined;
    });
    assert.ok(found.some((message) => /hid|steer|direction/i.test(message)), found.join('\n'));
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await driver.waitForText('.markers-panel', 'turns the direction');
    await nothingDone('.markers-panel .monaco-list');
    await driver.screenshot('hostile-findings', { coarse: true });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('are words in messages: a name that is a link, a file that is one', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    const missing = vscode.Uri.file(path.join(workspaceFolder(), 'seeds', '[settings](command:workbench.action.openSettings).txt'));
    await vscode.commands.executeCommand('attest.openPassage', { uri: missing.toString(), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } });
    assertShown(await message('cannot open'), '[settings](command:workbench.action.openSettings).txt');
    await nothingDone(messages);
    await driver.screenshot('hostile-message', { coarse: true });
    await vscode.commands.executeCommand('notifications.clearAll');
    const before = readFileSync(correctionsFile(), 'utf8');
    void vscode.commands.executeCommand('attest.names.notAName');
    await driver.waitForText(pick, 'Not a Name');
    await driver.type('Marlow0');
    await choose('$(sync~spin)');
    assertShown(await message('counts as a name no longer'), hostileName);
    await nothingDone(messages);
    await vscode.commands.executeCommand('notifications.clearAll');
    writeFileSync(correctionsFile(), before);
  });

  it('are words in the timeline', async function () {
    this.timeout(60_000);
    await openDraft('hostile.md', '# Hostile\n');
    await openView('Events');
    await vscode.commands.executeCommand('attest.showTimeline');
    await eventually('the timeline', async () => ((await driver.webviewTexts('.status')).some((text) => /\d events/.test(text)) ? true : undefined), 15_000);
    await driver.webviewFill('input[type=search]', 'Marlow2 Bob');
    await eventually('its event', async () => ((await driver.webviewTexts('.status')).some((text) => /· [1-5] events?$/.test(seen(text))) ? true : undefined));
    await driver.webviewClick('g.mark');
    const [said] = await eventually('its passages', async () => ((await driver.webviewTexts('aside .chosen')).some((text) => text.includes('Daily')) ? driver.webviewTexts('aside .chosen') : undefined));
    assertShown(said!, payloads[2]![1]);
    assert.deepEqual(foreign(await driver.webviewDeeds('main')), []);
    await driver.screenshot('hostile-timeline', { coarse: true });
    await driver.webviewClick('header button', 'Coverage');
    await eventually('the coverage', async () => ((await driver.webviewTexts('.status')).some((text) => /rest on one source/.test(text)) ? true : undefined));
    assert.deepEqual(foreign(await driver.webviewDeeds('main')), []);
    await driver.webviewFill('input[type=search]', '');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [format, label, name] of [['Markdown', 'Markdown', 'md'], ['HTML', 'HTML', 'html']] as const) {
    it(`are words in the source report as ${format}, opened`, async function () {
      this.timeout(60_000);
      const { document } = await openDraft('hostile.txt', payloads.map((_, n) => draftOf(n)).join('\n'));
      await eventually('the findings', () => (vscode.languages.getDiagnostics(document.uri).length > 10 ? true : undefined), 20_000);
      void vscode.commands.executeCommand('attest.exportSourceReport');
      await driver.click('.quick-input-list .monaco-list-row', label);
      await driver.waitForText(pick, 'Save Source Report', 15_000);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await driver.press('Enter');
      const target = document.uri.fsPath.replace(/\.txt$/, `.sources.${name}`);
      await eventually('the report', () => (existsSync(target) && readFileSync(target, 'utf8') !== '' ? true : undefined));
      try {
        if (format === 'HTML') {
          const { text, deeds, requests } = await driver.openedInBrowser(target, 'hostile-report-html');
          for (const [, payload] of payloads) assertShown(text, payload);
          assert.deepEqual(deeds.filter((deed) => !/^meta /.test(deed)), []);
          assert.deepEqual(requests, []);
        } else {
          await eventually('the report in the editor', () => (vscode.window.activeTextEditor?.document.uri.fsPath === target ? true : undefined));
          await vscode.commands.executeCommand('markdown.showPreview');
          const [text] = await eventually('the preview', async () => ((await driver.webviewTexts('body').catch(() => [])).some((words) => words.includes('Source report')) ? driver.webviewTexts('body') : undefined), 20_000);
          for (const [, payload] of payloads) assertShown(text!, payload);
          assert.deepEqual(foreign(await driver.webviewDeeds('.markdown-body, #content')), []);
          await driver.screenshot('hostile-report-markdown', { coarse: true });
        }
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        rmSync(target, { force: true });
      }
    });
  }

  it('have a file of corrections beside them that is a bomb: it is told, and the rest works', async () => {
    const bomb = ['a: &a ["lol", "lol"]', ...Array.from({ length: 24 }, (_, i) => `b${i}: &b${i} [${Array(9).fill(`*${i === 0 ? 'a' : `b${i - 1}`}`).join(', ')}]`), 'articles:', '  ../../../../etc/passwd: {outlet: "[x](command:y)"}', '  hostile/inject3.md: {url: "javascript:alert(1)"}', 'names: {same: *b23}'];
    const before = readFileSync(correctionsFile(), 'utf8');
    writeFileSync(correctionsFile(), `${bomb.join('\n')}\n`);
    const file = vscode.Uri.file(correctionsFile());
    const found = await eventually('the findings', () => {
      const all = vscode.languages.getDiagnostics(file).map(({ message }) => message);
      // What only the index can tell, that there is no such article, comes after what the file says by itself.
      return all.length >= 3 && all.some((message) => message.includes('passwd')) ? all : undefined;
    }, 20_000);
    assert.ok(found.length > 3, found.join('\n'));
    const { document } = await openDraft('hostile.md', 'Then Geng spoke.\n');
    assert.match(await hoverAt(document, 'Geng'), /Geng Shuang/);
    writeFileSync(correctionsFile(), before);
    await eventually('no finding', () => (vscode.languages.getDiagnostics(file).length === 0 ? true : undefined));
  });

  it('have made the window ask for nothing, and run nothing', async () => {
    assert.deepEqual(await driver.requestsTo('evil.example'), []);
    assert.ok(!existsSync(path.join(workspaceFolder(), 'owned')));
  });
});
