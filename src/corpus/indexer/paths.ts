/** Paths as strings: the pure rooms know no file system. Both separators are understood; a path keeps the one it has. */

/** The separator a path uses. */
function separatorOf(path: string): string {
  return path.includes('\\') && !path.includes('/') ? '\\' : '/';
}

/** A directory's path without separators at its end; roots (`/`, `C:\`) keep theirs. */
export function trimPath(path: string): string {
  let end = path.length;
  while (end > 1 && (path[end - 1] === '/' || path[end - 1] === '\\') && path[end - 2] !== ':') end--;
  return path.slice(0, end);
}

/** Path of an entry in a directory. */
export function joinPath(directory: string, name: string): string {
  const separator = separatorOf(directory);
  return directory.endsWith(separator) ? directory + name : directory + separator + name;
}

/** What every path below a directory begins with. */
export function prefixOf(directory: string): string {
  return joinPath(directory, '');
}

/** Whether a path is the folder itself or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(prefixOf(folder));
}

/** Path below a folder with `/` between its parts, as globs see it; '' for the folder itself. Requires {@link isWithin}. */
export function relativePath(path: string, folder: string): string {
  return path === folder ? '' : path.slice(prefixOf(folder).length).replaceAll('\\', '/');
}

export { fileName as baseName } from '../../article/decode';

/** The directory a path stands in. */
export function directoryOf(path: string): string {
  return trimPath(path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
