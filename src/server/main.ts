import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { isCheckThread, runCheckThread } from '../platform/checkThread';
import { isStoreThread, runStoreThread } from '../platform/storeThread';
import { isAnalysisWorker, runWorker } from '../platform/worker';
import { startServer } from './startServer';

// One bundle is the server and its threads, so that what the editor ships is one file.
if (isAnalysisWorker()) runWorker();
else if (isStoreThread()) runStoreThread();
else if (isCheckThread()) runCheckThread();
else {
  // The limit that the extension starts the server with is for this thread alone, whose heap has it by now; as a flag it would go before those that its threads are given.
  setFlagsFromString('--max-semi-space-size=0');
  startServer(createConnection(ProposedFeatures.all), __filename);
}
