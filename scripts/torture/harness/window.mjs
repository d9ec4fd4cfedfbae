/** A window of an editor as far as a server sees it: the process that starts the server and speaks with it over a channel of its own. Told to whom it speaks by `process.send`. */
import { fork } from 'node:child_process';
import { writeSync } from 'node:fs';

const server = fork(process.argv[2], ['--node-ipc', `--clientProcessId=${process.pid}`], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
writeSync(2, `SERVER ${server.pid}\n`);
process.on('message', (message) => server.connected && server.send(message));
server.on('message', (message) => process.connected && process.send(message));
server.on('exit', (code) => process.exit(code ?? 1));
