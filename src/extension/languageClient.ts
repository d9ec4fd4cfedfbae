import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, State, Trace, TransportKind } from 'vscode-languageclient/node';

/** A client whose errors are for the log: the writer is told once, by Attest, and not at every start that fails. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The program of a server, for Node, and how it is started. */
export interface ServerProgram {
  readonly module: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes a client that starts nothing anew and shows nothing by itself: who uses it is told of each end by its state. */
export function createLanguageClient({ module, arguments: own, environment }: ServerProgram, options: LanguageClientOptions): LanguageClient {
  const started = (...further: string[]) => ({ module, transport: TransportKind.ipc, options: { execArgv: [...own, ...further], env: environment } });
  return new QuietClient('attest', 'Attest', { run: started(), debug: started('--nolazy', '--enable-source-maps') }, {
    ...options,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
    },
    initializationFailedHandler: () => false,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
}

/** Whether a client has come to its end, or to none of its beginnings. */
export function hasEnded(state: State): boolean {
  return state === State.Stopped || state === State.StartFailed;
}

/** Has messages between the editor and the server logged as `attest.trace.server` says. */
export function trace(client: LanguageClient, setting: string): void {
  void client.setTrace(setting === 'verbose' ? Trace.Verbose : setting === 'messages' ? Trace.Messages : Trace.Off);
}
