import * as vscode from 'vscode';
import { Command, type PassageLocation, type ProtocolPosition } from '../server/protocol';
import { toRange } from './passage';

/** What lenses of articles call: the places of drafts that use a quotation, in the editor's own list beside it. */
export function registerShowUses(): vscode.Disposable {
  return vscode.commands.registerCommand(Command.showUses, (uri: string, { line, character }: ProtocolPosition, places: readonly PassageLocation[]) =>
    vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri, true), new vscode.Position(line, character),
      places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri, true), toRange(place.range)))));
}
