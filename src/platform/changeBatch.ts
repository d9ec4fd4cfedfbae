/** Gathers paths for a moment and hands them on together. */
export interface ChangeBatch {
  add(path: string): void;
  dispose(): void;
}

/** Beyond this many paths, the folders themselves are handed on: whoever listens walks them. */
const most = 5000;

/**
 * @param folders handed on in place of too many paths
 * @param delay milliseconds from the first path until they are handed on
 */
export function createChangeBatch(folders: readonly string[], delay: number, changed: (paths: readonly string[]) => void): ChangeBatch {
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return {
    add(path) {
      if (paths.size < most) paths.add(path);
      else for (const folder of folders) paths.add(folder);
      timer ??= setTimeout(() => {
        timer = undefined;
        const batch = [...paths];
        paths = new Set();
        changed(batch);
      }, delay);
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
      paths.clear();
    },
  };
}
