import * as vscode from 'vscode';
import { AttestClient } from './client';
import { registerCommands } from './commands';
import { registerCorrections } from './corrections';
import { watchDraftContext } from './draftContext';
import { DraftEditors } from './draftEditors';
import { registerInsertBibliography } from './insertBibliography';
import { registerInsertCitation } from './insertCitation';
import { registerInsertItem } from './insertItem';
import { registerInsertQuote } from './insertQuote';
import { registerOpenSample } from './openSample';
import { openPassage } from './passage';
import { registerPasteQuote } from './pasteQuote';
import { registerReportProblem } from './reportProblem';
import { registerShowName } from './showName';
import { registerShowUses } from './showUses';
import { registerSourceReport } from './sourceReport';
import { StatusItem } from './statusItem';
import { Timeline } from './timeline';
import { Sidebar } from './views/sidebar';
import { Command } from '../server/protocol';

/** What `activate` gives to other extensions and to tests: the state as the status item shows it. */
export interface AttestApi {
  /** Resolves when the server has answered its first request. */
  readonly ready: Promise<void>;
}

export async function activate(context: vscode.ExtensionContext): Promise<AttestApi> {
  const client = new AttestClient(context);
  const drafts = new DraftEditors(client), sidebar = new Sidebar(client, context.workspaceState, drafts);
  const timeline = new Timeline(context.extensionUri, client, sidebar.events);
  context.subscriptions.push(
    client,
    drafts,
    sidebar,
    new StatusItem(client),
    timeline,
    watchDraftContext(),
    vscode.commands.registerCommand(Command.openPassage, openPassage),
    ...registerCommands(client),
    ...sidebar.commands(),
    ...registerCorrections(client),
    ...registerInsertBibliography(client),
    ...registerInsertCitation(client),
    ...registerInsertItem(client, drafts, sidebar.trees),
    ...registerInsertQuote(client),
    ...registerOpenSample(context),
    ...registerReportProblem(client, context),
    ...registerPasteQuote(client),
    ...registerShowName(client),
    registerShowUses(),
    ...registerSourceReport(client, timeline),
  );
  const ready = client.start();
  ready.catch(() => undefined); // the client has told the writer
  return { ready };
}

export function deactivate(): void {
  // Everything is disposed of by the extension context.
}
