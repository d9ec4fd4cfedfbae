import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, type ErrorHandlerResult, type Message } from 'vscode-languageclient/node';

/** So many times within so many milliseconds a server that ended is started again. */
const MOST = 4, WITHIN = 180_000;

/** Starts a server again that ended unasked, until it ends too often: then that is left to the writer. */
export class Restarts implements ErrorHandler {
  private ends: number[] = [];
  /** True when the server is not started again by itself. */
  givenUp = false;

  /** @param giveUp tells the writer */
  constructor(private readonly giveUp: () => void) {}

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    if (this.ends.length <= MOST) return { action: CloseAction.Restart, handled: true };
    this.givenUp = true;
    this.giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
