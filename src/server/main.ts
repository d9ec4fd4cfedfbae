import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { isCheckThread, runCheckThread } from '../platform/checkThread';
import { isStoreThread, runStoreThread } from '../platform/storeThread';
import { isAnalysisWorker, runWorker } from '../platform/worker';
import { startServer } from './startServer';

// One bundle is the server and its threads, so that what the editor ships is one file.
if (isAnalysisWorker()) runWorker();
else if (isStoreThread()) runStoreThread();
else if (isCheckThread()) runCheckThread();
else startServer(createConnection(ProposedFeatures.all), __filename);
