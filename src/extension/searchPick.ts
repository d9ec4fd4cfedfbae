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
  // Enter before the answer to the words that were typed: it takes the first of it.
  let waiting = false, accepted = false;
  const ask = async (words: string): Promise<void> => {
    asked?.cancel();
    const source = (asked = new vscode.CancellationTokenSource());
    pick.busy = true;
    const found = (await search.ask(words, source.token).catch(() => undefined)) ?? [];
    if (source.token.isCancellationRequested) return;
    pick.busy = false;
    pick.items = found.map((result) => ({ ...search.toItem(result), alwaysShow: true, buttons, result }));
    waiting = false;
    if (accepted && pick.items[0]) choose(pick.items[0]);
    accepted = false;
  };
  let choose: (item: Item) => void = () => undefined;
  return new Promise((resolve) => {
    choose = ({ result }) => {
      resolve(result);
      pick.hide();
    };
    pick.onDidChangeValue((words) => {
      waiting = true;
      accepted = false;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(words), WAIT_MS);
    });
    pick.onDidTriggerItemButton(({ item }) => void search.open?.(item.result));
    pick.onDidAccept(() => {
      const [chosen] = [...pick.selectedItems, ...pick.activeItems];
      if (waiting) accepted = true;
      else if (chosen) choose(chosen);
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
