/** Folders to open in the editor: a fresh copy of the sample corpus with its drafts, which may be changed at will. */
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths';

/** Makes `folder` a workspace with a copy of `seeds/` in it, whatever was there before. Returns the path of the sample draft, if there is one. */
export function copySeeds(folder: string): string | undefined {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'seeds'), path.join(folder, 'seeds'), { recursive: true });
  return sampleDraft(folder);
}

/**
 * Makes `folder` a workspace in which `seeds/` is the sample corpus itself, so that an article put there is in the editor at once and what is
 * written in the editor stays. Returns the path of the sample draft, if there is one.
 */
export function linkSeeds(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const link = path.join(folder, 'seeds');
  // The link by itself, never what it leads to.
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(link);
  else rmSync(link, { recursive: true, force: true });
  // A junction needs no rights on Windows; elsewhere the kind is not looked at.
  symlinkSync(path.join(root, 'seeds'), link, 'junction');
  return sampleDraft(folder);
}

function sampleDraft(folder: string): string | undefined {
  const drafts = path.join(folder, 'seeds', 'drafts');
  const names = readdirSync(path.join(folder, 'seeds')).includes('drafts') ? readdirSync(drafts) : [];
  const draft = names.filter((name) => name.endsWith('.md')).sort()[0];
  return draft === undefined ? undefined : path.join(drafts, draft);
}

/** A new folder in the system's temporary folder; remove it when done. Its path has no symbolic links, as the editor's has none. */
export function temporaryFolder(purpose: string): string {
  return realpathSync(mkdtempSync(path.join(os.tmpdir(), `attest-${purpose}-`)));
}

/**
 * An extension that does nothing. The editor runs tests only beside an extension under development; where the packaged
 * extension is what is tested, this one takes that place.
 */
export function emptyExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'attest-test-bench', publisher: 'attest-writing', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
