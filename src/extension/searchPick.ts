import * as vscode from 'vscode';

/** A list that is searched by the server while the writer types. */
export interface Search<T> {
  readonly title: string;
  readonly placeholder: string;
  /** What the button of each row does, in words; without it rows have none. */
  readonly openLabel?: string;
  ask(words: string, token: vscode.CancellationToken): Promise<readonly T[] | undefined>;
  toItem(result: T): vscode.QuickPickItem;
  /** Shows a result beside the draft, the list left as it is. */
  open?(result: T): unknown;
}

const WAIT_MS = 80;

/** Lets the writer search and choose; undefined when nothing is chosen. An answer to older words is dropped. */
export function searchPick<T>(search: Search<T>): Promise<T | undefined> {
  type Item = vscode.QuickPickItem & { readonly result: T };
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = search.title;
  pick.placeholder = search.placeholder;
  const buttons: vscode.QuickInputButton[] = search.openLabel === undefined ? [] : [{ iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: search.openLabel }];
  let timer: NodeJS.Timeout | undefined;
  let asked: vscode.CancellationTokenSource | undefined;
  const ask = async (words: string): Promise<void> => {
    asked?.cancel();
    const source = (asked = new vscode.CancellationTokenSource());
    pick.busy = true;
    const found = (await search.ask(words, source.token).catch(() => undefined)) ?? [];
    if (source.token.isCancellationRequested) return;
    pick.busy = false;
    pick.items = found.map((result) => ({ ...search.toItem(result), alwaysShow: true, buttons, result }));
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue((words) => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(words), WAIT_MS);
    });
    pick.onDidTriggerItemButton(({ item }) => void search.open?.(item.result));
    pick.onDidAccept(() => {
      // Who is quicker than the search has chosen nothing yet; the list stays.
      const [chosen] = [...pick.selectedItems, ...pick.activeItems];
      if (!chosen) return;
      resolve(chosen.result);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(timer);
      asked?.cancel();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void ask('');
  });
}
