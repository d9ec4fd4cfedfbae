/** A large corpus, from an empty index on; run by `npm run large`. The titles say what was measured. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { extension, hoverAt, suggestionsAt } from '../support/attest';
import { driver } from '../support/driver';
import { watchLoop } from '../support/loop';
import { memoryOfServers } from '../support/processes';
import { variables } from '../support/protocol';
import { openView, rowsOf, rowTexts } from '../support/views';
import { eventually, openDraft } from '../support/workbench';

const corpus = process.env[variables.corpus] ?? '', draftFile = process.env[variables.draft] ?? '';
const set = (key: string, value: unknown): Thenable<void> => vscode.workspace.getConfiguration('attest').update(key, value, vscode.ConfigurationTarget.Global);
const articlesIn = (folder: string): number => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name)).length;
const status = async (): Promise<string> => (await driver.textsOf('.statusbar-item')).find((text) => /\d article|Attest \d+%/.test(text)) ?? '';

/** Milliseconds that something took, put into the title of the test. */
async function timed<T>(test: Mocha.Context, what: string, work: () => Promise<T>): Promise<T> {
  const before = performance.now(), result = await work();
  test.test!.title += `; ${what} ${(performance.now() - before).toFixed(0)} ms`;
  return result;
}

/** The slowest of several askings, and the middle one; what each needs is prepared before. */
async function asked<T>(test: Mocha.Context, what: string, times: number, prepare: (n: number) => T | Promise<T>, ask: (prepared: T) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const prepared = await prepare(n), before = performance.now();
    await ask(prepared);
    took.push(performance.now() - before);
  }
  took.sort((a, b) => a - b);
  test.test!.title += `; ${what} ${took[Math.floor(times / 2)]!.toFixed(0)} ms, at most ${took.at(-1)!.toFixed(0)}`;
}

describe('a large corpus', () => {
  const articles = corpus === '' ? 0 : articlesIn(corpus), text = draftFile === '' ? '' : readFileSync(draftFile, 'utf8');
  const people = [...new Set(text.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=, the \p{Ll})/gu))].slice(0, 20);
  const beginnings = [...text.matchAll(/“([^”]+)”/g)].map(([, words]) => words!.split(' ').slice(0, 4).join(' ')).slice(0, 20);
  const there = (document: vscode.TextDocument): string[] => people.filter((name) => document.getText().includes(name));
  let began = 0;

  before(async function () {
    this.timeout(60_000);
    assert.ok(articles > 0, 'the suite is given a corpus');
    await openDraft('note.md', '# A note\n');
    await driver.waitForText('.statusbar-item', '3 articles', 40_000);
    await set('corpus.folders', [corpus]);
    began = performance.now();
  });

  /** Types for some seconds while hovers are asked for. */
  async function typing(test: Mocha.Context): Promise<void> {
    const editor = await openDraft('typing.md', `${text.slice(0, 4_000)}\n\n|`), typed = 'They were asked once more what they made of it all, and nobody who had been there could say. '.repeat(3);
    const seen = watchLoop();
    const resting = setInterval(() => void hoverAt(editor.document, people[0] ?? 'report').catch(() => undefined), 500);
    await driver.type(typed);
    clearInterval(resting);
    const { late, computed } = seen();
    test.test!.title += `; extension host late p50 ${late.p50.toFixed(1)}, p99 ${late.p99.toFixed(1)}, most ${late.most.toFixed(0)} ms; computing p99 ${computed.p99.toFixed(1)} ms`;
    await eventually('all that was typed', () => (editor.document.getText().includes(typed) ? true : undefined));
    assert.ok(computed.p99 < 20);
  }

  it('is typed in while it is indexed', async function () {
    this.timeout(180_000);
    await eventually('indexing', async () => (/%/.test(await status()) ? true : undefined), 60_000);
    await typing(this);
    await driver.screenshot('large-1-typing-while-indexing');
    this.test!.title += `; the status says "${(await status()).trim()}"`;
  });

  it('goes on where it was when the server is ended in the middle of it', async function () {
    this.timeout(180_000);
    await vscode.commands.executeCommand('attest.restartServer');
    await eventually('indexing again', async () => (/\d/.test(await status()) ? true : undefined), 60_000);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    this.test!.title += `; the status says "${(await status()).trim()}"`;
    await driver.screenshot('large-2-goes-on');
  });

  it('answers while it is indexed', async function () {
    this.timeout(180_000);
    const { document } = await openDraft('asked.md', text.slice(0, 20_000));
    await asked(this, 'hover', 20, (n) => there(document)[n % there(document).length]!, (name) => hoverAt(document, name));
  });

  it('is indexed', async function () {
    this.timeout(articles * 40 + 60_000);
    const wanted = new RegExp(`(?<!\\d)${articles.toLocaleString('en')} articles|(?<!\\d)${articles} articles`);
    await eventually('all articles', async () => (wanted.test(await status()) ? true : undefined), articles * 40);
    this.test!.title += `; all ${articles} articles after ${((performance.now() - began) / 1000).toFixed(0)} s, typing and a restart included; the server takes ${memoryOfServers().now.toFixed(0)} MB, at most ${memoryOfServers().most.toFixed(0)}`;
  });

  it('shows who somebody is', async function () {
    this.timeout(120_000);
    const { document } = await openDraft('hover.md', text.slice(0, 20_000)), [name] = there(document) as [string];
    await asked(this, 'asked for', 20, (n) => there(document)[n % there(document).length]!, (each) => hoverAt(document, each));
    const { document: shown } = await openDraft('shown.md', `Then ${name} spoke.\n`);
    assert.notEqual(await hoverAt(shown, name), '');
    await timed(this, 'on the screen after', async () => {
      await driver.hoverText(name.split(' ')[1]!);
      await driver.waitForText('.monaco-hover', name.split(' ')[1]!);
    });
    await driver.screenshot('large-3-hover');
    await driver.mouseAway();
  });

  it('completes quotes', async function () {
    this.timeout(120_000);
    for (const beginning of beginnings.slice(0, 1)) {
      const editor = await openDraft('completed.md', `It was said: “${beginning}|`);
      assert.notEqual((await suggestionsAt(editor)).length, 0);
    }
    await asked(this, 'asked for', beginnings.length, (n) => openDraft('completing.md', `It was said: “${beginnings[n]!}|`), suggestionsAt);
    await openDraft('popup.md', 'It was said: |');
    await driver.type(`“${beginnings[0]!}`);
    await driver.waitForText('.suggest-widget', beginnings[0]!.split(' ')[1]!);
    await driver.screenshot('large-4-completion');
    await driver.press('Escape');
  });

  it('checks a draft of eighty quotes', async function () {
    this.timeout(120_000);
    const began = performance.now(), { document } = await openDraft('checked.md', text);
    await eventually('the summary', async () => ((await driver.textsOf('.statusbar-item, .codelens-decoration')).some((each) => /\d+ quotes/.test(each)) ? true : undefined), 60_000);
    this.test!.title += `; the summary stands after ${(performance.now() - began).toFixed(0)} ms`;
    await eventually('findings', () => (vscode.languages.getDiagnostics(document.uri).length > 5 ? true : undefined), 30_000);
    await driver.screenshot('large-5-checked');
  });

  it('is browsed', async function () {
    this.timeout(120_000);
    await timed(this, 'events shown after', async () => {
      await openView('Events');
      await eventually('rows', async () => ((await rowTexts('Events')).length > 5 ? true : undefined));
    });
    await driver.screenshot('large-6-events');
    const before = (await rowTexts('Events')).join('\n');
    await timed(this, 'its first row opened after', async () => {
      await driver.click(`${rowsOf('Events')} .monaco-tl-twistie.collapsed`);
      await eventually('further rows', async () => ((await rowTexts('Events')).join('\n') !== before ? true : undefined));
    });
    await driver.screenshot('large-7-events-open');
    await timed(this, 'names shown after', async () => {
      await openView('Names');
      await eventually('rows', async () => ((await rowTexts('Names')).length > 3 ? true : undefined));
    });
    await driver.screenshot('large-8-names');
    await timed(this, 'sources shown after', async () => {
      await openView('Sources');
      await eventually('rows', async () => ((await rowTexts('Sources')).length > 3 ? true : undefined));
    });
    await driver.screenshot('large-9-sources');
  });

  it('is typed in when it is indexed', async function () {
    this.timeout(120_000);
    await typing(this);
    this.test!.title += `; the server takes ${memoryOfServers().now.toFixed(0)} MB`;
  });

  it('costs the editor little when it starts', async function () {
    await vscode.commands.executeCommand('perfview.show');
    const table = await eventually('what starting took', () => /attest-writing\.attest.*/.exec(vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '')?.[0], 20_000);
    this.test!.title += `; of the editor's own figures (ms to load, call and finish): ${table.split('|').map((cell) => cell.trim()).filter((cell) => /^\d+$/.test(cell)).join(', ')}`;
    assert.ok(extension().isActive);
  });

  after(async () => {
    await set('corpus.folders', undefined);
  });
});
