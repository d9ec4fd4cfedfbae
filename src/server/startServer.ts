import { t } from '@vscode/l10n';
import {
  type Connection, DidChangeConfigurationNotification, type InitializeParams, type InitializeResult, TextDocuments, TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { correctionsFile } from '../corpus/corrections/model';
import type { Log } from '../corpus/ports';
import { DraftCache } from '../draft/cache';
import { inLanguage } from '../features/phrases';
import { warmUp } from '../features/warmUp';
import { createNodeWatcher } from '../platform/nodeWatcher';
import { collectGarbage, whenAtRest } from '../platform/rest';
import { systemClock } from '../platform/systemClock';
import { createWalkingFileSystem } from '../platform/walkingFileSystem';
import { createWorkerPool, type IndexSpeed, threadsFor } from '../platform/workerPool';
import { DraftChecker } from './checking';
import { runCommand, ServerCommand } from './commands';
import { draftOf, SettingsCache, type ServerContext } from './context';
import { toPath } from './convert';
import { DraftVerification } from './draftVerification';
import { onBibliography } from './handlers/bibliography';
import { onArticles, onCitationInsertion } from './handlers/citations';
import { codeActionKinds, onCodeAction } from './handlers/codeActions';
import { onCodeLens } from './handlers/codeLens';
import { onCorrect, onCorrectionsFiles } from './handlers/corrections';
import { onCompletion, onCompletionResolve, triggerCharacters } from './handlers/completion';
import { onDefinition } from './handlers/definition';
import { onDocumentLinks } from './handlers/documentLinks';
import { onEventSources, onFindEvents } from './handlers/events';
import { onArticleUses } from './handlers/articleUses';
import { onHover } from './handlers/hover';
import { onItemInsertion } from './handlers/itemInsertion';
import { onNamePassages, onNames } from './handlers/names';
import { corpusProblems, publishProblems } from './handlers/problems';
import { onEventInsertion, onPassageInsertion, onQuotations, onQuoteInsertion } from './handlers/quotations';
import { openStore, soundIndex } from './openStore';
import { onCheckRange, onEventTypes, onNamesAt, onRowPath, onRows } from './handlers/rows';
import { onSourceReport } from './handlers/sourceReport';
import { onReferences } from './handlers/references';
import { onDocumentSymbol, onWorkspaceSymbol } from './handlers/symbols';
import { onTimeline, onTimelinePassages } from './handlers/timeline';
import { connectionLog, logUnhandled, warnWriter } from './log';
import * as protocol from './protocol';
import { CorrectionProblems } from './correctionProblems';
import { corpusFolders } from './roots';
import { CorpusSession } from './session';
import { SourceMarks } from './sourceMarks';
import { useTexts } from './texts';
import { throttle } from './throttle';
import { watchDrafts } from './watchDrafts';
import { WorkspaceDrafts } from './workspaceDrafts';

/** Status, and problems of corrections, are told at most this often. */
const STATUS_EVERY_MS = 100, CORRECTIONS_EVERY_MS = 250;

/**
 * Wires a connection: the handlers are in `handlers/`, one file for each thing the writer gets.
 * @param workerEntry bundle that the analysis workers run
 */
export function startServer(connection: Connection, workerEntry: string): void {
  const documents = new TextDocuments(TextDocument);
  const log = connectionLog(connection);
  logUnhandled(log);
  const drafts = new DraftCache();
  let roots: string[] = [];
  let options: protocol.InitializationOptions = {};
  let canRefreshLenses = false, canConfigure = false, canWatchConfiguration = false, canWatchFolders = false, canWatchFiles = false;
  let folders: readonly string[] = [];
  let speed: IndexSpeed = 'polite';

  const settings = new SettingsCache((uri) => (canConfigure ? connection.workspace.getConfiguration({ ...(uri ? { scopeUri: uri } : {}), section: 'attest' }) : Promise.resolve(undefined)));
  const tellStatus = throttle(STATUS_EVERY_MS, async () => {
    await connection.sendNotification(protocol.statusNotification, await session.status());
    await publishProblems(context);
  });
  const tellIndex = throttle(STATUS_EVERY_MS, () => {
    checker.allChanged();
    workspaceDrafts.changed();
    tellStatus();
    tellCorrections();
    return connection.sendNotification(protocol.indexChangedNotification);
  });
  const rebuilt = (message: string): void => { log.warn(message); warnWriter(connection, inLanguage(message, t)); };
  const session = new CorpusSession({
    fileSystem: createWalkingFileSystem(), watcher: createNodeWatcher({ log }), pool: createWorkerPool({ entry: workerEntry, log, prepare: true, threads: () => threadsFor(speed) }), clock: systemClock, log,
    openStore: (anew) => openStore({ folder: options.storageFolder, entry: workerEntry, anew, log, rebuilt }),
    sound: () => soundIndex(options.storageFolder, workerEntry),
    rebuilt,
  }, { status: tellStatus, index: tellIndex, settled: () => { checker.allChanged(); workspaceDrafts.changed(); tellCorrections(); void warm(session, log); } });
  const context: ServerContext = {
    connection, documents, drafts, session,
    get roots() { return roots; },
    get links() { return options.links ?? 'file'; },
    get ownClient() { return options.links === 'command'; },
    settings: (uri) => settings.get(uri),
  };

  const refreshLenses = throttle(STATUS_EVERY_MS, () => (canRefreshLenses ? connection.sendRequest('workspace/codeLens/refresh') : Promise.resolve()));
  const verification = new DraftVerification(context), background = new DraftVerification(context);
  const correctionProblems = new CorrectionProblems(context), tellCorrections = throttle(CORRECTIONS_EVERY_MS, () => correctionProblems.publish());
  const tellUses = throttle(STATUS_EVERY_MS, () => connection.sendNotification(protocol.usesChangedNotification)), marks = new SourceMarks();
  const checker = new DraftChecker(context, verification, (uri) => {
    refreshLenses();
    void connection.sendNotification(protocol.draftCheckedNotification, { uri } satisfies protocol.DraftCheckedParams);
    const checked = checker.last(uri);
    if (checked && marks.differ(checked)) tellUses();
  });
  const workspaceDrafts = new WorkspaceDrafts(context, verification, background, () => { refreshLenses(); tellUses(); }), parts = { context, verification, drafts: workspaceDrafts };

  const configure = async (): Promise<void> => {
    const { corpusExclude, ...rest } = await settings.get();
    speed = rest.indexSpeed;
    folders = corpusFolders({ corpusExclude, ...rest }, roots);
    await session.configure(folders, corpusExclude);
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions as protocol.InitializationOptions | undefined) ?? {};
    if (options.texts !== undefined) useTexts(options.texts, params.locale ?? 'en', log);
    roots = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => toPath(uri));
    const { workspace } = params.capabilities;
    canConfigure = workspace?.configuration ?? false;
    canWatchConfiguration = workspace?.didChangeConfiguration?.dynamicRegistration ?? false;
    canWatchFolders = workspace?.workspaceFolders ?? false;
    canWatchFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    canRefreshLenses = workspace?.codeLens?.refreshSupport ?? false;
    return {
      serverInfo: { name: 'attest' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds },
        codeLensProvider: { resolveProvider: false },
        definitionProvider: true,
        referencesProvider: true,
        workspaceSymbolProvider: true,
        documentSymbolProvider: true,
        documentLinkProvider: {},
        completionProvider: { triggerCharacters, resolveProvider: true },
        executeCommandProvider: { commands: Object.values(ServerCommand) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(async () => {
    if (canWatchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'attest' });
    if (canWatchFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => toPath(uri)));
        roots = [...roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => toPath(uri))];
        void configure();
      });
    }
    if (canWatchFiles) await watchDrafts(connection);
    await configure();
  });
  connection.onDidChangeWatchedFiles(() => workspaceDrafts.changed());
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    checker.allChanged();
    workspaceDrafts.changed();
    void configure();
  });
  const endWatch = whenAtRest(() => session.release().then(collectGarbage));
  connection.onShutdown(() => {
    endWatch();
    checker.dispose();
    workspaceDrafts.dispose();
    for (const each of [verification, background]) each.dispose();
    return session.dispose();
  });

  documents.onDidClose(({ document }) => {
    checker.closed(document.uri);
    if (document.uri.endsWith(correctionsFile)) tellCorrections();
    drafts.forget(document.uri);
    settings.forget(document.uri);
    workspaceDrafts.changed();
  });
  documents.onDidChangeContent(({ document }) => {
    checker.changed(document.uri);
    if (document.uri.endsWith(correctionsFile)) tellCorrections();
  });
  connection.onCodeAction((params) => onCodeAction(context, checker, params));
  connection.onCodeLens((params) => onCodeLens(parts, checker, params));
  connection.onHover((params, token) => onHover(parts, checker, params, token));
  connection.onCompletion((params, token) => onCompletion(context, params, token));
  connection.onCompletionResolve((item) => onCompletionResolve(context, item));
  connection.onDefinition((params, token) => onDefinition(context, verification, params, token));
  connection.onReferences((params, token) => onReferences(parts, params, token));
  connection.onDocumentSymbol((params) => onDocumentSymbol(context, params));
  connection.onWorkspaceSymbol((params, token) => onWorkspaceSymbol(context, params, token));
  connection.onDocumentLinks((params, token) => onDocumentLinks(context, params, token));
  connection.onExecuteCommand((params) => runCommand(context, params));

  connection.onRequest(protocol.statusRequest, () => session.status());
  connection.onRequest(protocol.problemsRequest, () => corpusProblems(session, roots));
  connection.onRequest(protocol.cancelIndexingRequest, () => (session.cancel(), null));
  connection.onRequest(protocol.rescanRequest, async () => (await session.rescan(), null));
  connection.onRequest(protocol.rebuildIndexRequest, async () => (await session.rebuild(), null));
  connection.onRequest(protocol.eventSourcesRequest, (params: protocol.EventSourcesParams) => onEventSources(context, params));
  connection.onRequest(protocol.rowsRequest, (params: protocol.RowsParams) => onRows({ ...parts, checker }, params));
  connection.onRequest(protocol.rowPathRequest, (params: protocol.RowPathParams) => onRowPath(context, params));
  connection.onRequest(protocol.namesAtRequest, (params: protocol.NamesAtParams) => onNamesAt(context, params));
  connection.onRequest(protocol.checkRangeRequest, (params: protocol.CheckRangeParams) => onCheckRange(params));
  connection.onRequest(protocol.eventTypesRequest, () => onEventTypes(context));
  connection.onRequest(protocol.isDraftRequest, ({ uri }: protocol.IsDraftParams) => draftOf(context, uri) !== undefined);
  connection.onRequest(protocol.itemInsertionRequest, (params: protocol.ItemInsertionParams) => onItemInsertion(context, params));
  connection.onRequest(protocol.timelineRequest, (params: protocol.TimelineParams) => onTimeline(context, params));
  connection.onRequest(protocol.timelinePassagesRequest, (params: protocol.TimelinePassagesParams) => onTimelinePassages(context, params));
  connection.onRequest(protocol.quotationsRequest, (params: protocol.QuotationsParams, token) => onQuotations(context, params, token));
  connection.onRequest(protocol.quoteInsertionRequest, (params: protocol.QuoteInsertionParams) => onQuoteInsertion(context, params));
  connection.onRequest(protocol.passageInsertionRequest, (params: protocol.PassageInsertionParams) => onPassageInsertion(context, params));
  connection.onRequest(protocol.eventInsertionRequest, (params: protocol.EventInsertionParams) => onEventInsertion(context, params));
  connection.onRequest(protocol.articleUsesRequest, () => onArticleUses(workspaceDrafts));
  connection.onRequest(protocol.articlesRequest, (params: protocol.ArticlesParams, token) => onArticles(context, params, roots, token));
  connection.onRequest(protocol.citationInsertionRequest, (params: protocol.CitationInsertionParams) => onCitationInsertion(context, params));
  connection.onRequest(protocol.bibliographyRequest, (params: protocol.BibliographyParams) => onBibliography(context, params));
  connection.onRequest(protocol.sourceReportRequest, (params: protocol.SourceReportParams) => onSourceReport(checker, params));
  connection.onRequest(protocol.namesRequest, (params: protocol.NamesParams) => onNames(context, params));
  connection.onRequest(protocol.namePassagesRequest, (params: protocol.NamePassagesParams) => onNamePassages(context, params));
  connection.onRequest(protocol.correctRequest, (params: protocol.CorrectParams) => onCorrect(context, params));
  connection.onRequest(protocol.correctionsFilesRequest, () => onCorrectionsFiles(context, roots));
  connection.onRequest(protocol.findEventsRequest, (params: protocol.FindEventsParams) => onFindEvents(context, params));

  documents.listen(connection);
  connection.listen();
}

/** Asks the index what writers ask, so that the first question of this one finds the server ready. */
async function warm(session: CorpusSession, log: Log): Promise<void> {
  const { store } = session;
  if (!store) return;
  // An index that is put away meanwhile answers nothing more, which its session tells.
  await warmUp(store, { get isCancellationRequested() { return session.store !== store; } }).catch((error: unknown) => log.debug(`The server was not warmed up: ${String(error)}`));
}
