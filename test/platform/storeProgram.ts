/** The writing thread of a store, and nothing else: starts faster than the whole. */
import { isStoreThread, runStoreThread } from '../../src/platform/storeThread';

if (isStoreThread()) runStoreThread();
