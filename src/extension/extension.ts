import * as vscode from 'vscode';
import { AttestClient } from './client';
import { registerCommands } from './commands';
import { registerCorrections } from './corrections';
import { watchDraftContext } from './draftContext';
import { EventsView } from './eventsView';
import { registerInsertBibliography } from './insertBibliography';
import { registerInsertCitation } from './insertCitation';
import { registerInsertQuote } from './insertQuote';
import { openPassage } from './passage';
import { registerPasteQuote } from './pasteQuote';
import { registerShowName } from './showName';
import { registerShowUses } from './showUses';
import { registerSourceReport } from './sourceReport';
import { StatusItem } from './statusItem';
import { Command } from '../server/protocol';

/** What `activate` gives to other extensions and to tests: the state as the status item shows it. */
export interface AttestApi {
  /** Resolves when the server has answered its first request. */
  readonly ready: Promise<void>;
}

export async function activate(context: vscode.ExtensionContext): Promise<AttestApi> {
  const client = new AttestClient(context);
  const events = new EventsView(client, context.workspaceState);
  context.subscriptions.push(
    client,
    events,
    new StatusItem(client),
    watchDraftContext(),
    vscode.commands.registerCommand(Command.openPassage, openPassage),
    ...registerCommands(client, events),
    ...registerCorrections(client),
    ...registerInsertBibliography(client),
    ...registerInsertCitation(client),
    ...registerInsertQuote(client),
    ...registerPasteQuote(client),
    ...registerShowName(client),
    registerShowUses(),
    ...registerSourceReport(client),
  );
  const ready = client.start();
  ready.catch(() => undefined); // the client has told the writer
  return { ready };
}

export function deactivate(): void {
  // Everything is disposed of by the extension context.
}
