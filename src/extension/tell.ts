import * as vscode from 'vscode';
import { linkless } from '../server/protocol';

/** Messages to the writer, of which paths and words of articles may be a part: they are read, and never links. Each returns the button that was chosen. */

export function inform(message: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(linkless(message), ...buttons);
}

export function warn(message: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(linkless(message), ...buttons);
}

export function complain(message: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(linkless(message), ...buttons);
}
