import type { DirectoryEntry, FileStat, FileSystem } from '../../src/corpus/ports';

type Node =
  | { kind: 'file'; bytes: Uint8Array; mtimeMs: number; error?: string }
  | { kind: 'directory'; error?: string }
  | { kind: 'link'; target: string };

/** A file system in memory that counts what is asked of it. Paths are absolute, with `/`. */
export class MemoryFileSystem implements FileSystem {
  readonly #nodes = new Map<string, Node>([['/', { kind: 'directory' }]]);
  #time = 1_700_000_000_000;
  /** Calls since the last reset. */
  readonly calls = { stat: 0, readDirectory: 0, readFile: 0 };
  /** Paths read, in order. */
  readonly read: string[] = [];
  /** Awaited before each answer to `readFile`. */
  beforeRead: (path: string) => Promise<void> = () => Promise.resolve();

  write(path: string, content: string | Uint8Array): this {
    this.makeDirectory(parent(path));
    this.#nodes.set(path, { kind: 'file', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, mtimeMs: this.#time += 10 });
    return this;
  }

  makeDirectory(path: string): this {
    for (let at = path; !this.#nodes.has(at); at = parent(at)) this.#nodes.set(at, { kind: 'directory' });
    return this;
  }

  link(path: string, target: string): this {
    this.makeDirectory(parent(path));
    this.#nodes.set(path, { kind: 'link', target });
    return this;
  }

  /** Changes the time and nothing else. */
  touch(path: string): this {
    const node = this.#nodes.get(path);
    if (node?.kind === 'file') node.mtimeMs = this.#time += 10;
    return this;
  }

  /** Makes each access to the node itself fail with a code; undefined ends that. */
  fail(path: string, code: string | undefined): this {
    const node = this.#nodes.get(path);
    if (node && node.kind !== 'link') { if (code) node.error = code; else delete node.error; }
    return this;
  }

  remove(path: string): this {
    for (const other of [...this.#nodes.keys()]) if (other === path || other.startsWith(`${path}/`)) this.#nodes.delete(other);
    return this;
  }

  reset(): void {
    this.calls.stat = this.calls.readDirectory = this.calls.readFile = 0;
    this.read.length = 0;
  }

  async stat(path: string): Promise<FileStat> {
    this.calls.stat++;
    await Promise.resolve();
    const node = this.#resolve(path).node;
    if (node.kind === 'directory') return { kind: 'directory', size: 0, mtimeMs: 0 };
    return { kind: 'file', size: node.bytes.length, mtimeMs: node.mtimeMs };
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    this.calls.readDirectory++;
    await Promise.resolve();
    const { path: real, node } = this.#resolve(path);
    if (node.kind !== 'directory') throw failure('ENOTDIR', path);
    if (node.error) throw failure(node.error, path);
    const prefix = real === '/' ? '/' : `${real}/`;
    return [...this.#nodes].filter(([other]) => other.startsWith(prefix) && other !== '/' && !other.slice(prefix.length).includes('/')).map(([other, child]) => {
      const name = other.slice(prefix.length);
      if (child.kind !== 'link') return { name, kind: child.kind };
      try {
        return { name, kind: this.#resolve(other).node.kind, link: true };
      } catch {
        return { name, kind: 'other', link: true };
      }
    });
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.calls.readFile++;
    this.read.push(path);
    await this.beforeRead(path);
    const { node } = this.#resolve(path);
    if (node.kind !== 'file') throw failure('EISDIR', path);
    if (node.error) throw failure(node.error, path);
    return node.bytes;
  }

  async realPath(path: string): Promise<string> {
    await Promise.resolve();
    return this.#resolve(path).path;
  }

  #resolve(path: string): { path: string; node: Exclude<Node, { kind: 'link' }> } {
    let real = '';
    let hops = 0;
    const parts = path.split('/').filter(Boolean);
    while (parts.length) {
      const next = `${real}/${parts.shift()!}`;
      const node = this.#nodes.get(next);
      if (!node) throw failure('ENOENT', path);
      if (node.kind === 'link') {
        if (++hops > 20) throw failure('ELOOP', path);
        parts.unshift(...node.target.split('/').filter(Boolean));
        real = '';
      } else {
        real = next;
      }
    }
    const node = this.#nodes.get(real || '/');
    if (!node || node.kind === 'link') throw failure('ENOENT', path);
    return { path: real || '/', node };
  }
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1)) || '/';
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
