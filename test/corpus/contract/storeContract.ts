import { eventsContract } from './eventsContract';
import { filesContract } from './filesContract';
import { namesContract } from './namesContract';
import { quotationsContract } from './quotationsContract';
import { scaleContract } from './scaleContract';
import type { StoreFactory } from './subject';

/** What every engine behind `CorpusStore` has to do. `factory` makes an empty store for each test. */
export function describeStoreContract(name: string, factory: StoreFactory): void {
  describe(`${name} keeps the store contract`, () => {
    describe('files and articles', () => filesContract(factory));
    describe('names', () => namesContract(factory));
    describe('quotations and passages', () => quotationsContract(factory));
    describe('events', () => eventsContract(factory));
    describe('at size', () => scaleContract(factory));
  });
}
