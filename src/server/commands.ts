import type { ExecuteCommandParams } from 'vscode-languageserver';
import { addCitation } from './bibliography';
import type { ServerContext } from './context';

/** Commands that the server carries out for any editor. */
export const ServerCommand = {
  /** Arguments: address of the draft, article id. Adds the article to the draft's bibliography. Called when a suggestion that cites it is accepted. */
  addCitation: 'attest.addCitation',
} as const;

/** Runs a command; arguments that are not of its form are passed over. */
export async function runCommand(context: ServerContext, { command, arguments: args = [] }: ExecuteCommandParams): Promise<null> {
  const [uri, article] = args as unknown[];
  if (command === ServerCommand.addCitation && typeof uri === 'string' && typeof article === 'number') await addCitation(context, uri, article);
  return null;
}
