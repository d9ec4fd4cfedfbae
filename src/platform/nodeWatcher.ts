import { promises, watch as watchPath } from 'node:fs';
import path from 'node:path';
import type { FileWatcher, Log } from '../corpus/ports';
import { createChangeBatch } from './changeBatch';
import { DirectoryTree } from './directoryTree';

export interface NodeWatcherOptions {
  readonly log: Log;
  /** Milliseconds that changes are gathered. */
  readonly delay?: number;
  /** Milliseconds between two looks at whether the folders themselves are there and the same. */
  readonly rootInterval?: number;
  /** Milliseconds between two rescans of directories that cannot be watched. */
  readonly pollInterval?: number;
  /** Whether the system watches whole trees by itself (macOS, Windows); elsewhere each directory gets its own watch. */
  readonly recursive?: boolean;
  /** Stands in for the system's `watch`. */
  readonly watchPath?: typeof watchPath;
}

/** What is known of a watched folder. */
interface Root {
  readonly folder: string;
  /** Device and file number of the directory that is watched; undefined while there is none. */
  identity?: string;
  watcher?: { close(): void };
}

/**
 * Watches folders by the system's own means. A folder that does not exist is waited for; one that is deleted and made again, or replaced by
 * another of the same name, is watched anew. Where the system has no watches left, what cannot be watched is reported as changed every few
 * seconds, so that it is rescanned.
 */
export function createNodeWatcher(options: NodeWatcherOptions): FileWatcher {
  const { log } = options;
  const open = options.watchPath ?? watchPath;
  const recursive = options.recursive ?? (process.platform === 'darwin' || process.platform === 'win32');

  return {
    async watch(folders, changed) {
      const batch = createChangeBatch(folders, options.delay ?? 60, changed);
      const unwatched = new Set<string>();
      const roots: Root[] = folders.map((folder) => ({ folder }));
      let disposed = false, checking = false;

      const cannotWatch = (directory: string, error: NodeJS.ErrnoException): void => {
        if (!unwatched.size) log.warn(`Not every folder can be watched for changes (${error.code ?? error.message}): these are looked at every few seconds instead.`);
        unwatched.add(directory);
      };

      async function watchRoot(root: Root): Promise<void> {
        const { folder } = root;
        if (!recursive) {
          const tree = new DirectoryTree({ changed: (changedPath) => batch.add(changedPath), cannotWatch }, open);
          root.watcher = tree;
          await tree.add(folder);
          if (disposed) tree.close();
          return;
        }
        try {
          const watcher = open(folder, { recursive: true, persistent: false }, (_, name) => {
            batch.add(name ? path.join(folder, name.toString()) : folder);
          });
          root.watcher = watcher;
          // A folder that goes away ends in an error on some systems; the next look at it says what became of it.
          watcher.on('error', () => forget(root));
        } catch (error) {
          cannotWatch(folder, error as NodeJS.ErrnoException);
        }
      }

      function forget(root: Root): void {
        root.watcher?.close();
        delete root.watcher;
        delete root.identity;
        for (const directory of unwatched) if (directory === root.folder || directory.startsWith(root.folder + path.sep)) unwatched.delete(directory);
      }

      /** Opens folders that have come, closes those that have gone or were replaced. */
      async function check(isFirst: boolean): Promise<void> {
        if (checking) return;
        checking = true;
        try {
          for (const root of roots) {
            const identity = await identityOf(root.folder);
            if (disposed) return;
            if (identity === root.identity) continue;
            forget(root);
            if (identity !== undefined) {
              root.identity = identity;
              await watchRoot(root);
            }
            if (!isFirst && !disposed) batch.add(root.folder);
          }
        } finally {
          checking = false;
        }
      }

      await check(true);
      const rootTimer = setInterval(() => void check(false), options.rootInterval ?? 500);
      const pollTimer = setInterval(() => { for (const directory of unwatched) batch.add(directory); }, options.pollInterval ?? 5000);
      rootTimer.unref();
      pollTimer.unref();
      return {
        dispose() {
          disposed = true;
          clearInterval(rootTimer);
          clearInterval(pollTimer);
          batch.dispose();
          for (const root of roots) forget(root);
        },
      };
    },
  };
}

async function identityOf(folder: string): Promise<string | undefined> {
  try {
    const stats = await promises.stat(folder);
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}

