import { stat } from 'node:fs/promises';
import { type CorpusStore, StoreError } from '../corpus/store/store';

/**
 * A store that notices, when it has written, that its file is not the one it opened: deleted, or put there anew by another window. What was
 * written then stands where nobody reads it, so the writing fails with the code `closed`, and the index is to be opened again.
 */
export async function boundStore(store: CorpusStore, path: string): Promise<CorpusStore> {
  const opened = await fileNumber(path);
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      if (key !== 'replace' && key !== 'remove') return member.bind(target) as unknown;
      return async (...given: unknown[]): Promise<void> => {
        await member.apply(target, given);
        if (await fileNumber(path) !== opened) throw new StoreError('closed', 'The file of the index was deleted or replaced.');
      };
    },
  });
}

/** What tells a file from another one of its path; undefined while there is none. */
async function fileNumber(path: string): Promise<bigint | undefined> {
  return stat(path, { bigint: true }).then(({ ino }) => ino, () => undefined);
}
