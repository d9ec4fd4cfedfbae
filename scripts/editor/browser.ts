/** The browser window in which the editor of a server is shown. */
import { chromium, type Browser, type Page } from 'playwright-core';
import path from 'node:path';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--lang=en-US',
];

/** The functions that run inside the page; see the file. */
export const inPageScript = path.join(import.meta.dirname, 'inPage.js');

/** Size of the window in CSS pixels, and how many device pixels each of them has in a picture. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** A headless browser with one empty page. Close the browser when done. */
export async function openBrowser(executablePath: string, size: WindowSize): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({ executablePath, headless: true, args: flags });
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
  });
  await context.addInitScript({ path: inPageScript });
  const page = await context.newPage();
  // The page asks before it is left while a file is unsaved; nobody is there to answer.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  return { browser, page };
}

/** What the workbench is opened with: a folder, and pairs that the web workbench takes as its command line. */
export interface WorkbenchAddress {
  readonly port: number;
  readonly folder: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  readonly openFile?: string;
}

/** The address of the workbench of a server on this machine. */
export function workbenchUrl(address: WorkbenchAddress): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${address.port}${asUriPath(file)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (address.extensionDevelopmentPath !== undefined) payload.push(['extensionDevelopmentPath', remote(address.extensionDevelopmentPath)]);
  if (address.extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(address.extensionTestsPath)]);
  if (address.openFile !== undefined) payload.push(['openFile', remote(address.openFile)]);
  const query = new URLSearchParams({ folder: asUriPath(address.folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${address.port}/?${query.toString()}`;
}

function asUriPath(file: string): string {
  const slashes = file.split(path.sep).join('/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
