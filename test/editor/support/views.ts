/** The views of the sidebar, as they are seen. */
import * as vscode from 'vscode';
import { flat } from './attest';
import { driver } from './driver';
import { eventually } from './workbench';

/** A view by the title over it. */
export type ViewTitle = 'Events' | 'Sources' | 'Names' | 'This Draft';

const ids: Readonly<Record<ViewTitle, string>> = { Events: 'attest.events', Sources: 'attest.sources', Names: 'attest.names', 'This Draft': 'attest.draft' };

/** Selector of what stands in a view. */
export const inView = (title: ViewTitle, selector: string): string => `.sidebar .pane:has(> .pane-header[aria-label^="${title}"]) ${selector}`;
/** Selector of the rows of a view. */
export const rowsOf = (title: ViewTitle): string => inView(title, '.monaco-list-row');

/** Opens a view alone in the sidebar: the others are folded to their titles. */
export async function openView(title: ViewTitle): Promise<void> {
  await vscode.commands.executeCommand(`${ids[title]}.focus`);
  for (const other of Object.keys(ids).filter((each) => each !== title)) {
    const header = `.sidebar .pane-header.expanded[aria-label^="${other}"]`;
    if ((await driver.textsOf(header)).length > 0) await driver.click(`${header} h3.title`);
  }
  await vscode.commands.executeCommand(`${ids[title]}.focus`);
}

/** The texts of the rows that are in sight, in order. */
export async function rowTexts(title: ViewTitle): Promise<string[]> {
  return (await driver.textsOf(rowsOf(title))).map(flat);
}

/** What a screen reader says of the rows that are in sight, in order. */
export async function spokenRows(title: ViewTitle): Promise<string[]> {
  return driver.attributesOf(rowsOf(title), 'aria-label');
}

/** The texts of the rows once they have come to rest and are as wanted. */
export async function settledRows(title: ViewTitle, wanted: (rows: readonly string[]) => boolean = () => true): Promise<string[]> {
  let last = '', rests = 0;
  return eventually(`rows of ${title} that stay`, async () => {
    const now = await rowTexts(title);
    rests = now.join('\n') === last ? rests + 1 : 0;
    last = now.join('\n');
    return rests >= 5 && wanted(now) ? now : undefined;
  }, 15_000);
}

/** Opens or folds the row that contains the text, by the mark before it. */
export async function toggleRow(title: ViewTitle, text: string): Promise<void> {
  await driver.click(`${rowsOf(title)}:has-text(${JSON.stringify(text)}) .monaco-tl-twistie`);
}
