import { type FSWatcher, promises, watch } from 'node:fs';
import path from 'node:path';

export interface DirectoryTreeEvents {
  /** A file or directory at this path was created, changed, deleted or renamed. */
  changed(path: string): void;
  /** A directory, and with it all below it, could not be watched. */
  cannotWatch(directory: string, error: NodeJS.ErrnoException): void;
}

/**
 * Watches a directory and all below it, one watch a directory, for systems without watches of whole trees. Hidden directories and
 * `node_modules` are left alone. Links are followed once.
 */
export class DirectoryTree {
  readonly #watchers = new Map<string, FSWatcher>();
  /** Real paths that links have led to, with the link. */
  readonly #linked = new Map<string, string>();
  #closed = false;

  /** @param watchDirectory the system's `watch`, or what stands in for it */
  constructor(private readonly events: DirectoryTreeEvents, private readonly watchDirectory: typeof watch = watch) {}

  /** Watches a directory and what is below it. A directory that is not there is passed over. */
  async add(directory: string): Promise<void> {
    const pending = [directory];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.#closed) return;
      // The watch comes before the look inside, so that nothing made in between is missed.
      if (!this.#watchers.has(next) && !this.#watch(next)) continue;
      let entries;
      try {
        entries = await promises.readdir(next, { withFileTypes: true });
      } catch {
        continue;
      }
      for (const entry of entries) {
        if (isIgnored(entry.name)) continue;
        const inner = path.join(next, entry.name);
        if (entry.isDirectory() || (entry.isSymbolicLink() && await this.#isFreshLink(inner))) pending.push(inner);
      }
    }
  }

  close(): void {
    this.#closed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Returns false when the directory is gone or cannot be watched. */
  #watch(directory: string): boolean {
    try {
      const watcher = this.watchDirectory(directory, { persistent: false }, (event, name) => this.#notice(directory, event, name));
      watcher.on('error', () => this.#drop(directory));
      this.#watchers.set(directory, watcher);
      return true;
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code === 'ENOSPC' || failure.code === 'EMFILE' || failure.code === 'ENFILE') this.events.cannotWatch(directory, failure);
      return false;
    }
  }

  #notice(directory: string, event: string, name: string | null): void {
    if (this.#closed) return;
    if (name === null) { this.events.changed(directory); return; }
    if (isIgnored(name)) return;
    const target = path.join(directory, name);
    if (event === 'rename') {
      // An old watch follows the directory it was set on, wherever that was moved to.
      this.#drop(target);
      void this.#addIfDirectory(target);
    }
    this.events.changed(target);
  }

  async #addIfDirectory(target: string): Promise<void> {
    try {
      if (!(await promises.stat(target)).isDirectory() || this.#closed) return;
      if ((await promises.lstat(target)).isSymbolicLink() && !await this.#isFreshLink(target)) return;
    } catch {
      return;
    }
    await this.add(target);
    // What was made before the watches stood is found by whoever looks into the directory on this word.
    if (!this.#closed) this.events.changed(target);
  }

  async #isFreshLink(link: string): Promise<boolean> {
    try {
      if (!(await promises.stat(link)).isDirectory()) return false;
      const real = await promises.realpath(link);
      if (this.#linked.has(real) || link.startsWith(real + path.sep)) return false;
      this.#linked.set(real, link);
      return true;
    } catch {
      return false;
    }
  }

  #drop(directory: string): void {
    // Every new file comes here; only a watched directory is worth the walk.
    if (!this.#watchers.has(directory)) return;
    for (const [real, link] of this.#linked) if (link === directory || link.startsWith(directory + path.sep)) this.#linked.delete(real);
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== directory && !watched.startsWith(directory + path.sep)) continue;
      watcher.close();
      this.#watchers.delete(watched);
    }
  }
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
