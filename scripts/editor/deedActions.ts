/** The driver's eyes for what a page does: what it holds besides words, and what it asks of other machines. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Page } from 'playwright-core';
import { pictures } from './paths';
import { type DriverActions } from '../../test/editor/support/protocol';

type DeedActions = Pick<DriverActions, 'deedsIn' | 'requestsTo' | 'openedInBrowser'>;

/** The actions on that page. Keeps the addresses that the page and its frames ask for, from the beginning. */
export function deedActions(page: Page): DeedActions {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  return {
    deedsIn: (selector) => page.evaluate(`attestPage.deeds(${JSON.stringify(selector)})`),
    requestsTo: (part) => Promise.resolve([...asked].filter((address) => address.includes(part))),
    async openedInBrowser(file, picture) {
      const opened = await page.context().newPage(), address = pathToFileURL(file).toString(), requests: string[] = [];
      try {
        opened.on('request', (request) => { if (request.url() !== address) requests.push(request.url()); });
        await opened.goto(address, { waitUntil: 'load' });
        await opened.screenshot({ path: path.join(pictures.scratch, `${picture}.png`), fullPage: true });
        const [text, deeds] = await opened.evaluate<[string, string[]]>('[document.body.innerText, attestPage.deeds("html")]');
        return { text, deeds, requests };
      } finally {
        await opened.close();
      }
    },
  };
}
