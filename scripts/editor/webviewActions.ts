/** The driver's hands and eyes in a web view, whose page is a frame within a frame of the editor's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Frame, type Locator, type Page } from 'playwright-core';
import { inPageScript } from './browser';
import { type DriverActions } from '../../test/editor/support/protocol';

const patience = 10_000;

type WebviewActions = Pick<DriverActions, 'webviewTexts' | 'webviewClick' | 'webviewDoubleClick' | 'webviewFill' | 'webviewWheel' | 'webviewAttribute' | 'webviewStyle' | 'webviewAccessibility' | 'webviewDeeds'>;

/** The actions on the web view that is visible in that page. */
export function webviewActions(page: Page): WebviewActions {
  /** The frame that an extension's page is shown in. Waits for it; of several, the visible one. */
  const frame = async (): Promise<Frame> => {
    for (const end = Date.now() + patience; ;) {
      for (const each of page.frames()) {
        const element = await each.frameElement().catch(() => undefined);
        if ((await element?.getAttribute('id').catch(() => null)) === 'active-frame' && (await element?.isVisible())) return each;
      }
      if (Date.now() > end) throw new Error('No web view is visible.');
      await page.waitForTimeout(50);
    }
  };
  const visible = async (selector: string, text?: string): Promise<Locator> => (await frame()).locator(selector).filter({ visible: true, ...(text === undefined ? {} : { hasText: text }) }).first();

  /** Calls a function of the script that runs inside pages. */
  const inPage = async <T>(call: string): Promise<T> => {
    const target = await frame();
    // A desktop editor's frames do not get the script when they are made.
    if (!(await target.evaluate<boolean>('"attestPage" in window'))) await target.evaluate(readFileSync(inPageScript, 'utf8'));
    return target.evaluate<T>(`attestPage.${call}`);
  };

  return {
    webviewTexts: (selector) => inPage(`texts(${JSON.stringify(selector)})`),
    webviewDeeds: (selector) => inPage(`deeds(${JSON.stringify(selector)})`),
    async webviewClick(selector, text) {
      await (await visible(selector, text)).click({ timeout: patience });
    },
    async webviewDoubleClick(selector, text) {
      await (await visible(selector, text)).dblclick({ timeout: patience });
    },
    async webviewFill(selector, text) {
      await (await visible(selector)).fill(text, { timeout: patience });
    },
    async webviewWheel(selector, turns) {
      const box = await (await visible(selector)).boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen.`);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      for (let turn = 0; turn < Math.abs(turns); turn++) {
        await page.mouse.wheel(0, Math.sign(turns) * 120);
        await page.waitForTimeout(60);
      }
    },
    async webviewAttribute(selector, name) {
      const first = (await frame()).locator(selector).first();
      return (await first.count()) === 0 ? null : first.getAttribute(name);
    },
    async webviewStyle(selector, property) {
      return (await frame()).evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`);
    },
    async webviewAccessibility() {
      const target = await frame();
      await target.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      return target.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, help, nodes }) => id + ': ' + help + ' — ' + nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary).join(' | ')))`);
    },
  };
}
