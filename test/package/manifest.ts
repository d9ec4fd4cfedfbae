/** The manifest and the source, as the tests of the package read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** A declared setting, as far as the tests look at it. */
export interface Property {
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Named {
  readonly command: string;
  readonly when?: string;
}

/** The parts of `package.json` that the tests look at. */
export interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly (Named & { readonly title: string })[];
    readonly keybindings: readonly Named[];
    readonly menus: Readonly<Record<string, readonly Named[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string; readonly when?: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Property>> }[];
  };
}

/** The text of `package.json`. */
export const manifestText = readFileSync(path.join(root, 'package.json'), 'utf8');

/** The texts of the manifest by their keys, in English (`package.nls.json`) or in another language. */
export function manifestTexts(language?: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(root, language === undefined ? 'package.nls.json' : `package.nls.${language}.json`), 'utf8')) as Record<string, string>;
}

const english = manifestTexts();

/** The manifest, its texts in English. */
export const manifest = JSON.parse(manifestText, (_, value: unknown) => (typeof value === 'string' ? value.replace(/^%([\w.-]+)%$/, (whole, key: string) => english[key] ?? whole) : value)) as Manifest;

/** All declared settings by name. */
export const properties: Readonly<Record<string, Property>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map((section) => section.properties),
) as Readonly<Record<string, Property>>;

/** The text of all production code below `src/` or a folder in it, without comments. */
export function sourceText(folder = ''): string {
  return readdirSync(path.join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, 'src', folder, name), 'utf8').replace(/\/\*\*?[^]*?\*\/|^\s*\/\/.*$/gm, ''))
    .join('\n');
}

/** What the first group of the pattern finds, each once, sorted. The pattern is global. */
export function allMatches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}
