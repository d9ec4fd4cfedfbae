/** Settings for an editor in which only the extension is to be seen: no welcome page, no assistant, no telemetry, no updates. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const quiet: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'window.autoDetectColorScheme': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'http.proxySupport': 'off',
  'editor.accessibilitySupport': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.cursorBlinking': 'solid',
};

/** Writes the quiet settings into the data folder of an editor (`server-data-dir` or `user-data-dir`), user and machine. */
export function writeSettings(dataFolder: string, theme: string): void {
  const settings = { ...quiet, 'workbench.colorTheme': theme };
  for (const folder of ['data/User', 'data/Machine', 'User']) {
    const file = path.join(dataFolder, folder, 'settings.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(folder === 'data/Machine' ? {} : settings, undefined, 2));
  }
}
