/** A writer's folder to attack: articles, a draft, a bibliography, and the storage of the index beside it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { draft, writeArticles } from './newsroom';

export class World {
  readonly base = mkdtempSync(path.join(tmpdir(), 'attest-torture-'));
  /** The workspace folder. */
  readonly workspace = path.join(this.base, 'workspace');
  readonly corpus = path.join(this.workspace, 'sources');
  readonly storage = path.join(this.base, 'storage');

  /** @param articles how many the corpus has to begin with */
  constructor(articles: number, private readonly seed = 1) {
    mkdirSync(this.corpus, { recursive: true });
    mkdirSync(this.storage);
    this.add(0, articles);
    writeFileSync(path.join(this.workspace, 'draft.md'), draft(0, Math.min(articles, 12), seed));
    writeFileSync(path.join(this.workspace, 'references.json'), '[\n  {"id": "kept", "type": "book", "title": "What the writer wrote"}\n]\n');
    writeFileSync(path.join(this.workspace, 'attest.yml'), '# The writer’s own words\n');
  }

  /** Writes articles `from` up to `to`. */
  add(from: number, to: number): string[] {
    return writeArticles(this.corpus, from, to, this.seed);
  }

  pathOf(name: string): string {
    return path.join(this.workspace, name);
  }

  uriOf(name: string): string {
    return pathToFileURL(this.pathOf(name)).toString();
  }

  /** The file of the index; undefined while there is none. */
  index(): string | undefined {
    const name = existsSync(this.storage) ? readdirSync(this.storage).find((file) => file.endsWith('.sqlite')) : undefined;
    return name && path.join(this.storage, name);
  }

  /** What the writer wrote, as one hash for each file: drafts, bibliography and decisions. */
  own(): Readonly<Record<string, string>> {
    const hashes: Record<string, string> = {};
    for (const name of readdirSync(this.workspace, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(?:md|json|yml|bib)$/.test(name)) hashes[name] = createHash('sha256').update(readFileSync(path.join(this.workspace, name))).digest('hex');
    }
    return hashes;
  }

  /** What of the writer's words is not what it was, in words. */
  changedSince(before: Readonly<Record<string, string>>): string[] {
    const now = this.own();
    return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]).map((name) => `${name} was changed`);
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}
