import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { isAnalysisWorker, runWorker } from '../platform/worker';
import { startServer } from './startServer';

// One bundle is the server and its analysis workers, so that what the editor ships is one file.
if (isAnalysisWorker()) runWorker();
else startServer(createConnection(ProposedFeatures.all), __filename);
