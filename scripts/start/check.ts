/** Looks at the started editor as a user does who opens the address. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { driverActions } from '../editor/actions';
import { openBrowser } from '../editor/browser';
import { getChromium } from '../editor/chromium';
import { pictures } from '../editor/paths';

/** 0 when the sample draft is open and the extension's item in the status bar shows that articles are indexed; else 1, with the reason. */
export async function check(url: string, draft: string | undefined, log: (line: string) => void): Promise<number> {
  const { browser, page } = await openBrowser(await getChromium(log), { width: 1360, height: 850, scale: 1 });
  const screen = driverActions(page);
  mkdirSync(pictures.scratch, { recursive: true });
  try {
    if (draft === undefined) throw new Error('seeds/drafts holds no Markdown file to open.');
    await page.goto(url);
    await screen.waitForText('.tab.active', path.parse(draft).name, 60_000);
    const heading = readFileSync(draft, 'utf8').split(/\r?\n/).find((line) => line.startsWith('# ')) ?? '';
    await screen.waitForText('.view-line', heading.slice(0, 30), 60_000);
    log(`the status bar says: ${await screen.waitForText('.statusbar-item', '3 articles', 60_000)}`);
    return 0;
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    log(`picture: ${await screen.screenshot('start')}`);
    await browser.close();
  }
}
