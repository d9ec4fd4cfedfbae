import * as vscode from 'vscode';
import type { AttestClient } from './client';

/** `Attest: Report a Problem`: a document with what a report needs, for the writer to read, finish and send. It holds no text of articles or drafts. */
export function registerReportProblem(client: AttestClient, context: vscode.ExtensionContext): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.reportProblem', () => reportProblem(client, context))];
}

async function reportProblem(client: AttestClient, context: vscode.ExtensionContext): Promise<void> {
  const { version } = context.extension.packageJSON as { version: string };
  const { phase, articles, names, quotations, events, problems, folders, done, total } = client.status;
  const settings = vscode.workspace.getConfiguration('attest');
  const content = [
    `# ${vscode.l10n.t('What happened')}`, '', vscode.l10n.t('Say what you did, what you expected and what you saw.'), '',
    `# ${vscode.l10n.t('Versions')}`, '',
    `- Attest ${version}`, `- ${vscode.env.appName} ${vscode.version} (${vscode.env.appHost}${vscode.env.remoteName ? `, ${vscode.env.remoteName}` : ''}), ${vscode.env.language}`,
    `- Node ${process.versions.node}, ${process.platform} ${process.arch}`, '',
    `# ${vscode.l10n.t('Index')}`, '',
    `- ${phase}, ${done}/${total}`, `- articles ${articles}, names ${names}, quotations ${quotations}, events ${events}, problems ${problems}, folders ${folders.length}`,
    `- citation.form ${settings.get<string>('citation.form', '')}, check.enabled ${settings.get<boolean>('check.enabled', true)}`, '',
    `# ${vscode.l10n.t('Log')}`, '', vscode.l10n.t('It holds paths of files. Take out what you do not want to send.'), '', '```', ...(await lastLines(context)), '```', '',
  ].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

const LINES = 60;

/** The end of the log; empty while there is none. */
async function lastLines({ logUri }: vscode.ExtensionContext): Promise<string[]> {
  try {
    const files = (await vscode.workspace.fs.readDirectory(logUri)).map(([name]) => name).filter((name) => name.endsWith('.log'));
    const texts = await Promise.all(files.map(async (name) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(logUri, name)))));
    return texts.join('\n').split('\n').filter((line) => line.trim() !== '').slice(-LINES);
  } catch {
    return [];
  }
}
