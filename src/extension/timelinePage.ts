import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

const attribute = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The page of the timeline: an empty element and the bundle that fills it. Nothing is loaded from elsewhere; pictures only from memory, for saving. */
export function timelinePage(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64'), address = (file: string): string => attribute(webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString());
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src blob:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width">
<title>${attribute(vscode.l10n.t('Timeline'))}</title>
<link rel="stylesheet" href="${address('timeline.css')}">
</head>
<body>
<main id="timeline" data-words="${attribute(JSON.stringify(vscode.l10n.bundle ?? {}))}"></main>
<script nonce="${nonce}" src="${address('timeline.js')}"></script>
</body>
</html>`;
}
