/** The timeline, as it is seen, clicked and walked over by keys. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { flat, indexed, openedPassage } from '../support/attest';
import { driver } from '../support/driver';
import { openView } from '../support/views';
import { eventually, inWorkspace, openDraft, setTheme } from '../support/workbench';

const rows = '.sidebar .pane-body .monaco-list-row';
const attack = 'g.mark[aria-label^="Hamas attacks Israel,"]';

/** The line above the picture, once it is as wanted. */
async function status(what: string, wanted: (line: string) => boolean): Promise<string> {
  return eventually(what, async () => {
    const [line = ''] = (await driver.webviewTexts('.status')).map(flat);
    return wanted(line) ? line : undefined;
  });
}

const steady = (): Promise<string> => status('the timeline', (line) => /\d events?$/.test(line));

/** The days between the ends of the window, by the line above the picture. */
async function shownDays(): Promise<number> {
  const line = await steady();
  const [, from = '', , to = from] = /^(.*?\d{4})( – (.*?\d{4}))? · /.exec(line) ?? assert.fail(line);
  return (Date.parse(`${to} UTC`) - Date.parse(`${from} UTC`)) / 864e5 + 1;
}

async function details(wanted: string): Promise<string> {
  return eventually(`details with ${wanted}`, async () => (await driver.webviewTexts('aside .chosen')).map(flat).find((text) => text.includes(wanted)));
}

async function showTimeline(): Promise<void> {
  await vscode.commands.executeCommand('attest.showTimeline');
  await steady();
}

async function clearFilters(): Promise<void> {
  await driver.webviewFill('input[type=search]', '');
  await vscode.commands.executeCommand('attest.events.clearFilter');
}

/** Saves under the name that the dialog offers. */
async function saveAsOffered(title: string): Promise<void> {
  await driver.waitForText('.quick-input-widget', title, 15_000);
  // The dialog takes no name before it has read the folder.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await driver.press('Enter');
}

describe('the timeline', () => {
  before(async () => {
    await openDraft('timeline.md', '# Timeline\n\nWhat happened: |\n');
    await indexed(3);
    await openView('Events');
    await driver.waitForText(rows, '2023', 15_000);
    await showTimeline();
  });

  after(async () => {
    await vscode.commands.executeCommand('attest.events.clearFilter');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('draws the dated events in a lane for each name, and lists the others apart with the reason', async () => {
    const lanes = await driver.webviewTexts('.lanename');
    assert.ok(lanes.includes('Israel') && lanes.includes('China'), lanes.join());
    assert.ok((await driver.webviewTexts(attack)).length >= 1);
    const [undated = ''] = (await driver.webviewTexts('aside .undated')).map(flat);
    assert.match(undated, /events without a date/);
    assert.match(undated, /No source says which year/);
  });

  it('has a policy that lets nothing in from elsewhere', async () => {
    const policy = (await driver.webviewAttribute('meta[http-equiv="Content-Security-Policy"]', 'content')) ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[\w+/=]{20,}';/);
    assert.doesNotMatch(policy, /unsafe|https?:\/\/(?!\*\.vscode-cdn\.net|127\.0\.0\.1|localhost)[^ ;]*;.*script|connect-src|\*(?!\.vscode-cdn)/);
  });

  it('zooms by buttons, wheel and keys, from years to a day and back', async () => {
    const all = await shownDays();
    await driver.webviewClick('button[aria-label="Zoom In"]');
    const nearer = await eventually('a shorter time', async () => { const days = await shownDays(); return days < all ? days : undefined; });
    await driver.webviewWheel('.plot', -4);
    const near = await eventually('a still shorter time', async () => { const days = await shownDays(); return days < nearer ? days : undefined; });
    await driver.webviewClick(attack).catch(() => driver.webviewClick('svg.body'));
    for (let i = 0; i < 16; i++) await driver.press('+');
    await eventually('a day', async () => ((await shownDays()) <= 2 ? true : undefined));
    for (let i = 0; i < 30; i++) await driver.press('-');
    await eventually('a decade', async () => ((await shownDays()) > 3650 ? true : undefined));
    await driver.press('0');
    await eventually('all', async () => (Math.abs((await shownDays()) - all) <= 1 ? true : undefined));
    assert.ok(near < all);
  });

  it('has a lane for each type', async () => {
    await driver.webviewClick('header button', 'By type');
    await eventually('lanes by type', async () => ((await driver.webviewTexts('.lanename')).includes('Requests') ? true : undefined));
    await driver.webviewClick('header button', 'By name');
  });

  it('shows what the sources say of an event that is selected, in the events view too, and opens a passage', async () => {
    await driver.webviewClick(attack);
    const said = await details('Hamas attacks Israel');
    assert.match(said, /2 sources report it/);
    await eventually('the row in the events view', async () => (await driver.textsOf(`${rows}.selected`)).map(flat).find((row) => row.includes('Hamas attacks Israel')));
    await driver.webviewClick('aside .passages button', 'Open Passage');
    assert.match((await openedPassage()).selected, /Oct(\.|ober) 7/);
    await showTimeline();
    assert.equal(await driver.webviewAttribute(attack, 'aria-pressed'), 'true', 'it is still selected after the tab was hidden');
    await details('Hamas attacks Israel');
  });

  it('shows what is selected in the events view', async () => {
    await driver.click(rows, 'Israel launches airstrikes');
    await details('Israel launches airstrikes');
    assert.equal(await driver.webviewAttribute('g.mark.chosen', 'aria-pressed'), 'true');
  });

  it('narrows to words of its own and to the filter of the events view, and says so', async () => {
    const before = await steady();
    await driver.webviewFill('input[type=search]', 'hamas');
    await status('fewer events', (line) => line !== before && /· [1-4] events?$/.test(line));
    await driver.webviewFill('input[type=search]', 'zeppelin marmalade');
    await eventually('word of it', async () => (await driver.webviewTexts('.empty')).find((text) => text.includes('No event matches')));
    await driver.webviewFill('input[type=search]', '');
    await steady();
    void vscode.commands.executeCommand('attest.events.filter');
    await driver.waitForText('.quick-input-widget', 'Filter Events');
    await driver.type('blinken');
    await driver.press('Enter');
    await eventually('the filter of the view', async () => (await driver.webviewTexts('.chip')).find((text) => text.includes('blinken')));
    await driver.webviewClick('.chip');
    await eventually('no filter', async () => ((await driver.webviewTexts('.chip')).length === 0 ? true : undefined));
    await status('all events again', (line) => line === before);
  });

  it('can be used by keyboard alone', async () => {
    await clearFilters();
    await showTimeline();
    await driver.press('0');
    await driver.press('ArrowRight');
    await eventually('a mark with the keyboard', () => driver.webviewAttribute('g.mark:focus', 'aria-label'));
    const seen = new Set<string>();
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'End']) {
      await driver.press(key);
      seen.add(await eventually('a mark with the keyboard', async () => (await driver.webviewAttribute('g.mark:focus', 'aria-label')) ?? undefined));
    }
    assert.ok(seen.size >= 3, [...seen].join('\n'));
    await driver.press('/');
    await driver.type('hamas israel');
    await status('fewer events', (line) => /· [1-3] events?$/.test(line));
    await driver.press('Escape');
    await eventually('the attack with the keyboard', async () => {
      const label = await driver.webviewAttribute('g.mark:focus', 'aria-label');
      return label?.startsWith('Hamas attacks Israel') ? true : undefined;
    });
    await driver.press('Space');
    await details('Hamas attacks Israel');
    await driver.press('Enter');
    assert.match((await openedPassage()).selected, /Oct(\.|ober) 7/);
  });

  it('puts an event into the draft, with a citation of the source that was chosen', async () => {
    const { document } = await openDraft('timeline.md', '# Report\n\nIt began so: |\n');
    await showTimeline();
    await driver.webviewClick(attack);
    await details('Hamas attacks Israel');
    await driver.webviewClick('aside .passages button', 'Insert with Citation');
    await eventually('the sentence in the draft', () => (/It began so: Hamas attacks Israel on 7 October 2023 \[@[^\];]+\]\./.test(document.getText()) ? true : undefined));
    // The draft comes to the front after the words are in it; a timeline shown before would be covered.
    await eventually('the draft in front', () => (vscode.window.activeTextEditor?.document === document ? true : undefined));
    await showTimeline();
    await driver.webviewClick('aside button.all', 'Insert with All Sources');
    await eventually('the sentence with both sources', () => (/Hamas attacks Israel on 7 October 2023 \[@[^\];]+; @[^\];]+\]\./.test(document.getText()) ? true : undefined));
    await document.save();
  });

  it('shows which source reports which events, and what rests on one', async () => {
    await showTimeline();
    await clearFilters();
    await driver.webviewClick('header button', 'Coverage');
    await status('the coverage', (line) => /events, of which \d+ rest on one source/.test(line));
    const several = (await driver.webviewAttribute('g.mark[aria-label^="Hamas attacks Israel,"]', 'aria-label')) ?? '';
    assert.match(several, /2 sources; reported by /);
    const shown = (await driver.webviewTexts('g.mark')).length;
    await driver.webviewClick('header label');
    await eventually('fewer events', async () => ((await driver.webviewTexts('g.mark')).length < shown ? true : undefined));
    assert.equal((await driver.webviewTexts('circle.reported:not(.legend *)')).length, 0);
    await driver.webviewClick('header label');
    await driver.webviewClick('header button', 'Events');
    await steady();
  });

  it('follows the corpus without losing the zoom', async () => {
    const file = inWorkspace('seeds', 'quay.md').fsPath;
    await driver.webviewClick('button[aria-label="Show All"]');
    const all = await shownDays();
    await driver.webviewClick('button[aria-label="Zoom In"]');
    const days = await eventually('a shorter time', async () => { const now = await shownDays(); return now < all ? now : undefined; });
    const line = await steady();
    try {
      writeFileSync(file, '---\noutlet: The Quay\ndate: 2024-01-20\n---\nAda Lorvik visited Port Hale on 18 January 2024. Ada Lorvik met dock workers in Port Hale on 19 January 2024.\n');
      await indexed(4);
      const after = await status('another count', (now) => now !== line && / · /.test(now));
      assert.equal(after.split(' · ')[0], line.split(' · ')[0]);
      assert.equal(await shownDays(), days);
    } finally {
      rmSync(file, { force: true });
    }
    await indexed(3);
  });

  it('is saved as SVG', async () => {
    await driver.webviewClick('button[aria-label="Show All"]');
    await eventually('the attack', async () => ((await driver.webviewTexts(attack)).length > 0 ? true : undefined));
    const target = inWorkspace('timeline.svg').fsPath;
    await driver.webviewClick('button[aria-label="Save as SVG"]');
    await saveAsOffered('Save Timeline');
    const svg = await eventually('the file', () => { try { return readFileSync(target, 'utf8') || undefined; } catch { return undefined; } });
    rmSync(target);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /Hamas attacks Israel/);
    assert.doesNotMatch(svg, /<script|<style|href|NaN/);
  });

  it('goes with the source report, as a file beside it', async () => {
    const target = inWorkspace('seeds', 'drafts', 'china-iran-report.sources.md').fsPath, draft = await vscode.workspace.openTextDocument(inWorkspace('seeds', 'drafts', 'china-iran-report.md'));
    // At its beginning, where the line above it is.
    await vscode.window.showTextDocument(draft, { preview: false, selection: new vscode.Range(0, 0, 0, 0) });
    await driver.waitForText('.codelens-decoration', 'quotes', 15_000);
    void vscode.commands.executeCommand('attest.exportSourceReport');
    await driver.waitForText('.quick-input-list .monaco-list-row', 'with the timeline as it is shown');
    await driver.press('ArrowDown');
    await driver.press('Enter');
    await saveAsOffered('Save Source Report');
    const picture = inWorkspace('seeds', 'drafts', 'china-iran-report.timeline.svg').fsPath;
    const [report, svg] = await eventually('both files', () => {
      try {
        const both = [readFileSync(target, 'utf8'), readFileSync(picture, 'utf8')] as const;
        // A file is there before it is written.
        return both[1].trimEnd().endsWith('</svg>') ? both : undefined;
      } catch {
        return undefined;
      }
    });
    rmSync(target);
    rmSync(picture);
    assert.match(report, /## Timeline\n\n!\[[^\]]+\]\(<china-iran-report\.timeline\.svg>\)/);
    assert.match(svg, /Hamas attacks Israel/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await showTimeline();
  });

  it('is saved as PNG', async () => {
    const target = inWorkspace('timeline.png').fsPath;
    await driver.webviewClick('button[aria-label="Save as PNG"]');
    await saveAsOffered('Save Timeline');
    const png = await eventually('the file', () => { try { const bytes = readFileSync(target); return bytes.length > 0 ? bytes : undefined; } catch { return undefined; } });
    rmSync(target);
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.ok(png.length > 10_000, String(png.length));
  });
});

describe('the look of the timeline', () => {
  const clip = { x: 0, y: 36, width: 1280, height: 764 };
  const themes = { light: 'timeline', dark: 'timeline-dark', highContrastDark: 'timeline-high-contrast', highContrastLight: 'timeline-high-contrast-light' } as const;

  before(async () => {
    await driver.resizeWindow(1280, 800);
    await openDraft('timeline.md', '# Timeline\n');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await showTimeline();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  after(async () => {
    await setTheme('light');
    await driver.resizeWindow(1360, 850);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  for (const [theme, name] of Object.entries(themes) as [keyof typeof themes, string][]) {
    it(`has no fault that axe knows of in the theme ${theme}, with either picture`, async () => {
      await setTheme(theme);
      await driver.webviewClick('header button', 'Coverage');
      await status('the coverage', (line) => /rest on one source/.test(line));
      assert.deepEqual(await driver.webviewAccessibility(), []);
      assert.match(await driver.webviewStyle('circle.alone', 'stroke'), /^(rgb|color)/, 'a colour that this theme has');
      await driver.mouseAway();
      await driver.screenshot(name.replace('timeline', 'coverage'), { documentation: theme === 'light', coarse: true, clip });
      await driver.webviewClick('header button', 'Events');
      await steady();
      await driver.webviewClick(attack);
      await details('Hamas attacks Israel');
      assert.deepEqual(await driver.webviewAccessibility(), []);
      for (const look of ['.event', '.disputed', '.unequal', '.cluster']) assert.match(await driver.webviewStyle(look, 'stroke'), /^(rgb|color)/, look);
      await driver.mouseAway();
      await driver.screenshot(name, { documentation: theme !== 'highContrastLight', coarse: true, clip });
    });
  }

  it('fits a narrow tab', async () => {
    await setTheme('light');
    await driver.resizeWindow(520, 800);
    await steady();
    const width = Number(await driver.webviewAttribute('svg.body', 'width'));
    assert.ok(width < 520, String(width));
    assert.deepEqual(await driver.webviewAccessibility(), []);
    await driver.screenshot('timeline-narrow');
    await driver.webviewClick('header button', 'Coverage');
    await status('the coverage', (line) => /rest on one source/.test(line));
    await driver.screenshot('coverage-narrow');
    await driver.webviewClick('header button', 'Events');
  });
});
