/** Hostile articles in the workspace, and what may come of them on the screen: words. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileCases, payloads } from '../../../scripts/torture/hostile/cases';
import { flat } from './attest';
import { workspaceFolder } from './workbench';

export { payloads };

const folder = (): string => path.join(workspaceFolder(), 'seeds', 'hostile');
export const correctionsFile = (): string => path.join(workspaceFolder(), 'seeds', 'attest.yml');

/** A form of a name that a correction of a hostile folder asks to show. */
export const hostileName = '[Ann](command:workbench.action.openSettings) ![i](https://evil.example/n.png) $(sync~spin) <b>x</b>';

/** Puts the articles of all cases into the corpus. Returns how many files there are. */
export function writeHostileArticles(): number {
  const cases = hostileCases(true).filter(({ file }) => process.platform !== 'win32' || !/[<>:]/.test(file));
  mkdirSync(folder(), { recursive: true });
  for (const { file, bytes } of cases) writeFileSync(path.join(folder(), file), bytes);
  return cases.length;
}

export function removeHostileArticles(): void {
  rmSync(folder(), { recursive: true, force: true });
  rmSync(correctionsFile(), { force: true });
}

/** The quotation that article `n` has about its payload. */
export const quotationOf = (n: number): string => `We warned them of ${payloads[n]![1]} before the harvest of ${n}`;

/** Text as a reader sees it: what steers a display or a terminal is no part of it. */
export const seen = (text: string): string => flat(text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu, ''));

/** Throws unless the words of the payload stand on the screen as they are, beginning with what fits where lines are cut. @param least characters that must fit */
export function assertShown(shown: string, payload: string, least = payload.length): void {
  const words = seen(payload).slice(0, least);
  assert.ok(seen(shown).includes(words), `it shows\n${seen(shown).slice(0, 2000)}\nand not\n${words}`);
  assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069\u001b\u009b]/);
}

/** Deeds that are our own: links to passages of articles, and icons other than the one that a hostile article asks for. */
export function foreign(deeds: readonly string[]): string[] {
  return deeds.filter((deed) => !isOwn(deed));
}

function isOwn(deed: string): boolean {
  if (deed.startsWith('icon ')) return !/^icon sync/.test(deed);
  const [, given] = /^a command:attest\.openPassage\?(.*)$/s.exec(deed) ?? [];
  if (given === undefined) return false;
  const [{ uri }, ...more] = JSON.parse(decodeURIComponent(given)) as [{ readonly uri: string }];
  return more.length === 0 && new URL(uri).pathname.startsWith(new URL(`file://${workspaceFolder()}/seeds/`).pathname);
}
