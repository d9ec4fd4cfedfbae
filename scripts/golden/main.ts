import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldenReports } from './reports';

/** Writes the golden reports anew: `npm run golden`. Read the difference before it is committed. */
const folder = path.resolve(import.meta.dirname, '..', '..', 'test', 'golden', 'reports');
mkdirSync(folder, { recursive: true });
for (const [name, report] of goldenReports()) writeFileSync(path.join(folder, name), report);
