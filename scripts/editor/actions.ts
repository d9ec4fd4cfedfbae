/** The driver's hands and eyes, on a page of the editor. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Page } from 'playwright-core';
import { pictures } from './paths';
import { deedActions } from './deedActions';
import { inMotion, withPalette } from './pictureFiles';
import { webviewActions } from './webviewActions';
import { type Box, type DriverActions, type OnScreen } from '../../test/editor/support/protocol';

const patience = 10_000;

/** The actions on that page. Pictures go to the cache, those of the documentation to it only when they are to be renewed. */
export function driverActions(page: Page, renewDocumentation = false): DriverActions {
  const textsOf = (selector: string): Promise<string[]> => page.evaluate(`attestPage.texts(${JSON.stringify(selector)})`);

  const locate = async (text: string, { near, nth }: OnScreen = {}): Promise<Box> => {
    const call = `attestPage.textBox(${[text, near ?? null, nth ?? 0].map((value) => JSON.stringify(value)).join(', ')})`;
    // A page that still scrolls shows the words elsewhere a moment later.
    let before: Box | null = null;
    const box = await until(() => page.evaluate<Box | null>(call), (found) => {
      const still = found !== null && before !== null && found.x === before.x && found.y === before.y;
      before = found;
      return still;
    });
    if (box !== null) return box;
    const lines = await textsOf('.editor-group-container.active .view-line');
    throw new Error(`"${text}"${near === undefined ? '' : ` near "${near}"`} is not on the screen, which shows:\n${lines.join('\n')}`);
  };

  const restAt = async (x: number, y: number): Promise<void> => {
    // From a little away, in steps: a hand's mouse does not jump, and the editor watches the way it takes. A hand is never quite still, either.
    await page.mouse.move(x - 40, y + 3);
    await page.mouse.move(x, y, { steps: 6 });
    await page.waitForTimeout(150);
    await page.mouse.move(x + 1, y, { steps: 2 });
  };

  let rounds = 0;

  const visible = (selector: string, text?: string) =>
    page.locator(selector).filter({ visible: true, ...(text === undefined ? {} : { hasText: text }) }).first();

  return {
    textsOf,
    ...webviewActions(page),
    ...deedActions(page),
    async screenshot(name, { clip, selector, margin = 0, documentation = false, coarse = false } = {}) {
      const pictureFolder = documentation && renewDocumentation ? pictures.documentation : pictures.scratch;
      mkdirSync(pictureFolder, { recursive: true });
      const file = path.join(pictureFolder, `${name}.png`);
      const box = selector === undefined ? clip : ((await visible(selector).boundingBox()) ?? undefined);
      await page.screenshot({ path: file, scale: coarse ? 'css' : 'device', ...(box === undefined ? {} : { clip: grow(box, margin, page.viewportSize()) }) });
      if (documentation) withPalette(file);
      return file;
    },
    async animate(name, frames) {
      const folder = renewDocumentation ? pictures.documentation : pictures.scratch, file = path.join(folder, `${name}.png`);
      mkdirSync(folder, { recursive: true });
      inMotion(file, frames.map(({ picture, ms }) => ({ file: path.join(pictures.scratch, `${picture}.png`), ms })));
      return Promise.resolve(file);
    },
    async mouseTo(selector) {
      await visible(selector).hover({ timeout: patience });
    },
    async hoverText(text, where) {
      // An editor that is busy may miss the mouse: a person who sees nothing moves it away and back.
      for (let tries = 0; tries < 3; tries++) {
        const { x, y, width, height } = await locate(text, where);
        await restAt(x + width / 2, y + height / 2);
        const shown = await page.locator('.monaco-hover').filter({ visible: true }).first().waitFor({ timeout: 1500 }).then(() => true, () => false);
        if (shown) return;
        await page.mouse.move(x + width / 2, 60, { steps: 3 });
        await page.waitForTimeout(300);
        if (tries === 2) await restAt(x + width / 2, y + height / 2);
      }
    },
    async clickText(text, where) {
      const { x, y, width, height } = await locate(text, where);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
    async mouseAway() {
      const size = page.viewportSize();
      await page.mouse.move((size?.width ?? 800) / 2, (size?.height ?? 600) - 2, { steps: 3 });
    },
    async type(text) {
      await page.keyboard.type(text, { delay: 30 });
    },
    async press(key) {
      await page.keyboard.press(key);
    },
    async click(selector, text) {
      await visible(selector, text).click({ timeout: patience });
    },
    async doubleClick(selector, text) {
      await visible(selector, text).dblclick({ timeout: patience });
    },
    async rightClick(selector, text) {
      await visible(selector, text).click({ timeout: patience, button: 'right' });
      // A menu passes over a click that comes right after the one that opened it.
      await page.waitForTimeout(400);
    },
    async drag(selector, text, target, where) {
      const { x, y, width, height } = await locate(target, where), [right, middle] = [x + width, y + height / 2];
      // A list that is drawn anew under the mouse, or an editor that is busy, may miss a drag: a person who sees no mark where the text would go lets go elsewhere and begins again.
      for (let tries = 0; tries < 3; tries++) {
        await visible(selector, text).hover({ timeout: patience });
        await page.mouse.down();
        await page.mouse.move(right, middle, { steps: 12 });
        for (let step = 0; step < 8; step++) {
          await page.waitForTimeout(300);
          await page.mouse.move(right + 1 - (step % 2), middle, { steps: 2 });
          if ((await page.locator('.monaco-editor .dnd-target').count()) === 0) continue;
          await page.mouse.up();
          return;
        }
        await page.mouse.move(right, 2, { steps: 3 });
        await page.mouse.up();
      }
      throw new Error(`"${text}" of ${selector} was dragged to "${target}" three times, and the editor never showed where it would go.`);
    },
    attributesOf: (selector, attribute) => page.evaluate(`attestPage.attributes(${JSON.stringify(selector)}, ${JSON.stringify(attribute)})`),
    async waitForText(selector, text, timeoutMs = patience) {
      const texts = await until(() => textsOf(selector), (found) => found.some((one) => one.includes(text)), timeoutMs);
      const match = texts.find((one) => one.includes(text));
      if (match !== undefined) return match;
      throw new Error(`"${text}" does not appear in ${selector}, which shows: ${texts.length === 0 ? 'nothing' : texts.join(' | ')}`);
    },
    async waitUntilGone(selector, timeoutMs = patience) {
      const texts = await until(() => textsOf(selector), (found) => found.length === 0, timeoutMs);
      if (texts.length > 0) throw new Error(`${selector} is still visible: ${texts.join(' | ')}`);
    },
    rounds: () => Promise.resolve(rounds),
    nextRound() {
      rounds++;
      return Promise.resolve();
    },
    async resizeSidebar(width) {
      const box = await page.locator('.part.sidebar').boundingBox();
      if (box === null) throw new Error('The side bar is not visible.');
      const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
      await page.mouse.move(edge, middle);
      await page.mouse.down();
      await page.mouse.move(box.x + width, middle, { steps: 8 });
      await page.mouse.up();
      // Off the edge, which is highlighted under the mouse.
      await page.mouse.move(box.x + width + 200, middle);
    },
    async resizeWindow(width, height) {
      await page.setViewportSize({ width, height });
    },
  };
}

/** Asks again until the answer is good or the time is up; the last answer either way. */
async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean, timeoutMs = patience): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (good(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The box with a margin, cut to the window. */
function grow(box: Box, margin: number, size: { width: number; height: number } | null): Box {
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const right = Math.min(size?.width ?? Infinity, box.x + box.width + margin);
  const bottom = Math.min(size?.height ?? Infinity, box.y + box.height + margin);
  return { x, y, width: right - x, height: bottom - y };
}
