import { isAnalysisWorker, runWorker } from '../platform/worker';
import { runCli } from './run';

// The bundle is also what the analysis workers run.
if (isAnalysisWorker()) runWorker();
else {
  runCli(process.argv.slice(2)).then(
    (code) => { if (code !== undefined) process.exitCode = code; },
    (error: unknown) => {
      process.stderr.write(`attest: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
