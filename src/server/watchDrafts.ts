import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { draftEndings } from '../draft/languages';

/** Asks the client to tell when a file that may be a draft, or a bibliography, is made, changed or deleted. */
export async function watchDrafts(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/*.{${[...draftEndings, 'bib', 'json'].join(',')}}` }] });
}
