import { type CorpusStore, StoreError } from '../corpus/store/store';

/**
 * A store that tells when it turns out to be of no use any more, whoever asked it and whatever for. What it answers is the same.
 * @param useless called each time an answer fails with the code `corrupt` or `closed`
 */
export function watchedStore(store: CorpusStore, useless: (code: 'corrupt' | 'closed') => void): CorpusStore {
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = member.apply(target, given);
        if (answer instanceof Promise) answer.catch((error: unknown) => { if (error instanceof StoreError && (error.code === 'corrupt' || error.code === 'closed')) useless(error.code); });
        return answer;
      };
    },
  });
}
