import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Log } from '../corpus/ports';
import { linkless } from './protocol';

/** The client's log: an editor shows it in its output channel, with levels. Nothing is ever written on standard output. */
export function connectionLog(connection: Connection): Log {
  return {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
    info: (message) => connection.console.info(message),
    debug: (message) => connection.console.debug(message),
  };
}

/**
 * Shows a message to the writer. A message without buttons is a notification: clients that know no requests of this kind would answer with
 * an error that nobody expects.
 */
export function warnWriter(connection: Connection, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: linkless(`Attest: ${message}`) }).catch(() => undefined);
}

/** A promise that fails and that nobody waited for is told in the log; it does not take the server away from the writer. */
export function logUnhandled(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error(`Something failed unexpectedly. Please report this: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`));
}
