/** Collects the texts that the code shows in the writer's language: `t('…')` of the editor and of the server, `say('…')` of the features. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../editor/paths';

/** A call that asks for a text; `text` is undefined where it is not written out, which no translation can have. */
export interface TextUse {
  readonly text: string | undefined;
  /** File and line. */
  readonly place: string;
}

/** Every use of a text below `src/`. */
export function collectTexts(): TextUse[] {
  return sourcesBelow(['']).flatMap(usesIn);
}

/** Absolute paths of the sources among these files and folders below `src/`, sorted. */
export function sourcesBelow(places: readonly string[]): string[] {
  return places.map((place) => path.join(root, 'src', place)).flatMap((place) =>
    statSync(place).isFile() ? [place] : readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort().map((name) => path.join(place, name)));
}

/** The texts by themselves, sorted, each once: the content of `l10n/bundle.l10n.json`. */
export function bundleOf(uses: readonly TextUse[]): Record<string, string> {
  const texts = [...new Set(uses.flatMap(({ text }) => text ?? []))].sort();
  return Object.fromEntries(texts.map((text) => [text, text]));
}

function usesIn(file: string): TextUse[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const uses: TextUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && asksForText(node.expression)) {
      const [first] = node.arguments;
      const place = `${path.relative(root, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      uses.push({ text: first && ts.isStringLiteralLike(first) ? first.text : undefined, place });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** Whether what is called gives a text in the writer's language. */
export function asksForText(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't' || callee.text === 'say';
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 't' && /\bl10n$/.test(callee.expression.getText());
}
