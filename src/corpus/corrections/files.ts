import { decodeText } from '../../article/decode';
import { isWithin, joinPath, trimPath } from '../indexer/paths';
import { codeOf } from '../indexer/scan';
import type { FileSystem, FileWatcher } from '../ports';
import { correctionsFile, type CorrectionProblem, type FolderCorrections } from './model';
import { parseCorrections, type ParsedCorrections } from './parse';

/** The `attest.yml` of one corpus folder, as it stands on the disk. */
export interface CorrectionFile extends ParsedCorrections, FolderCorrections {
  /** Absolute path, also where there is no such file. */
  readonly path: string;
  /** Undefined where there is none. */
  readonly text: string | undefined;
}

/** Bytes of a file that is read; its characters are counted by the parser. */
const largest = 4_000_000;

/** The files of corrections of the corpus folders; read when they change. */
export class CorrectionFiles {
  #files: readonly CorrectionFile[] = [];
  #folders: readonly string[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly fileSystem: FileSystem) {}

  /** In the order of the folders. */
  get files(): readonly CorrectionFile[] {
    return this.#files;
  }

  /** The file for an article: that of the innermost corpus folder it lies in. */
  fileOf(path: string): CorrectionFile | undefined {
    return [...this.#files].filter(({ folder }) => isWithin(path, folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
  }

  /** Reads the files of these folders. Folders and files need not exist. Resolves to whether anything differs from before. */
  read(folders: readonly string[] = this.#folders): Promise<boolean> {
    const next = this.#turn.then(async () => {
      this.#folders = [...new Set(folders.map(trimPath))];
      const before = this.#files;
      this.#files = await Promise.all(this.#folders.map((folder) => readCorrections(this.fileSystem, folder)));
      return before.length !== this.#files.length || this.#files.some(({ path, text, problems }, i) => path !== before[i]!.path || text !== before[i]!.text || problems.length !== before[i]!.problems.length);
    });
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Whether a change of these paths may have changed a file of corrections. */
  concerns(paths: readonly string[]): boolean {
    return paths.some((path) => this.#files.some((file) => isWithin(file.path, path)));
  }
}

/** Reads the file of a folder; what keeps it from being read is a problem. */
async function readCorrections(fileSystem: FileSystem, folder: string): Promise<CorrectionFile> {
  const path = joinPath(folder, correctionsFile);
  const without = (problems: readonly CorrectionProblem[], text?: string): CorrectionFile => ({ ...parseCorrections(''), folder, path, text, problems });
  const unusable = (message: string): CorrectionFile => without([{ severity: 'error', message, span: { start: 0, end: 0 } }], '');
  try {
    const { kind, size } = await fileSystem.stat(path);
    if (kind !== 'file') return without([]);
    if (size > largest) return unusable(`${correctionsFile} is too large to be read. Divide the corpus into several folders.`);
    const text = decodeText(await fileSystem.readFile(path))?.text;
    return text === undefined ? unusable(`${correctionsFile} is no text. Write it anew, as UTF-8.`) : { folder, path, text, ...parseCorrections(text) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? without([]) : unusable(`${correctionsFile} cannot be read (${code}). Allow reading it.`);
  }
}

/** A watcher that also tells when files of corrections may have changed. */
export function watchCorrections(watcher: FileWatcher, files: CorrectionFiles, changed: () => void): FileWatcher {
  return {
    watch: (folders, tell) => watcher.watch(folders, (paths) => {
      if (files.concerns(paths)) changed();
      tell(paths);
    }),
  };
}
