import picomatch from 'picomatch';
import { baseName, isWithin, relativePath } from './paths';

/** What is left out where the writer says nothing: drafts are no articles. */
export const defaultExclude: readonly string[] = ['**/drafts/**'];

/** Which paths below the corpus folders count. */
export interface PathFilter {
  /** Whether a path below a folder is left out: hidden, in `node_modules`, or by glob. The folder itself never is. */
  excludes(path: string, folder: string): boolean;
  /** The outermost corpus folder in which a path counts; undefined when there is none. */
  folderOf(path: string): string | undefined;
}

/**
 * Globs are matched against the path below the corpus folder and, unless they begin with `**`, also with the folder's own name in front
 * (`seeds/old/**`). A glob that is too intricate to be matched in linear time is passed over and named to `refused`.
 */
export function createFilter(folders: readonly string[], exclude: readonly string[], refused: (glob: string) => void = () => {}): PathFilter {
  const matchesBelow = globMatcher(exclude, refused), matchesNamed = globMatcher(exclude.filter((glob) => !patternOf(glob).startsWith('**')));
  const ordered = [...folders].sort((a, b) => a.length - b.length);

  const filter: PathFilter = {
    excludes(path, folder) {
      const relative = relativePath(path, folder);
      if (!relative) return false;
      if (relative.split('/').some((part) => part.startsWith('.') || part === 'node_modules')) return true;
      return matchesBelow(relative) || matchesNamed(`${baseName(folder)}/${relative}`);
    },
    folderOf: (path) => ordered.find((folder) => isWithin(path, folder) && !filter.excludes(path, folder)),
  };
  return filter;
}

const patternOf = (glob: string): string => glob.replaceAll('\\', '/').replace(/^\.?\//, '').replace(/\/$/, '');

/** Whether one of the globs, or a folder that one of them names, holds a path (with `/` between its parts). Intricate globs are passed over and named to `refused`. */
export function globMatcher(globs: readonly string[], refused: (glob: string) => void = () => {}): (relative: string) => boolean {
  const patterns: string[] = [];
  for (const glob of globs) {
    const pattern = patternOf(glob);
    if (!pattern) continue;
    if (!isSimple(pattern)) { refused(glob); continue; }
    patterns.push(pattern, `${pattern}/**`);
  }
  const options = { dot: true, noextglob: true, nobracket: true, nonegate: true, posixSlashes: false } as const;
  return patterns.length ? picomatch(patterns, options) : () => false;
}

/** Few wildcards, so that matching by backtracking stays cheap on any path. */
function isSimple(glob: string): boolean {
  if (glob.length > 300 || glob.split('**').length > 5 || glob.split('{').length > 4) return false;
  return glob.split('/').every((part) => part === '**' || part.split('*').length <= 4);
}
