import type { ServerContext } from './context';
import { type WriteBibliographyParams, writeBibliographyRequest } from './protocol';

/** Writes the whole text of a file: our own client the file, or the document that is open of it; other editors get an edit of the workspace. False when the editor refuses. */
export async function writeFile({ connection, ownClient }: ServerContext, file: WriteBibliographyParams): Promise<boolean> {
  if (ownClient) return connection.sendRequest<boolean>(writeBibliographyRequest, file);
  const { applied } = await connection.workspace.applyEdit({
    documentChanges: [
      { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } },
      { textDocument: { uri: file.uri, version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } }, newText: file.text }] },
    ],
  });
  return applied;
}
