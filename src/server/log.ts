import type { Connection } from 'vscode-languageserver';
import type { Log } from '../corpus/ports';

/** The client's log: an editor shows it in its output channel, with levels. Nothing is ever written on standard output. */
export function connectionLog(connection: Connection): Log {
  return {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
    info: (message) => connection.console.info(message),
    debug: (message) => connection.console.debug(message),
  };
}
