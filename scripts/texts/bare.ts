/** Finds sentences that stand in the code without being asked for by `t` or `say`: nobody can translate them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../editor/paths';
import { asksForText, sourcesBelow } from './collect';

/** A text of the code; what is put into it reads `{0}`, `{1}`. */
export interface BareText {
  readonly text: string;
  /** File and line. */
  readonly place: string;
  /** Name of the function that it is given to, if any. */
  readonly givenTo: string | undefined;
}

/** Log and errors are for those who mend Attest; they are in English. */
const forDevelopers = /\blog\b|\bconsole\b|Error$|^(?:assert|require)\b/;

/** Texts of the files and folders below `src/` that are not asked for by `t` or `say`, without those for the log. */
export function bareTexts(places: readonly string[]): BareText[] {
  return sourcesBelow(places).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true), found: BareText[] = [];
    const visit = (node: ts.Node, givenTo?: string): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      let name = givenTo;
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        name = node.expression.getText();
        if (forDevelopers.test(name)) return;
        if (ts.isCallExpression(node) && asksForText(node.expression)) return node.arguments.slice(1).forEach((each) => visit(each, name));
      }
      const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.templateSpans.reduce((whole, { literal }, i) => `${whole}{${i}}${literal.text}`, node.head.text) : undefined;
      if (text !== undefined) found.push({ text, givenTo: name, place: `${path.relative(root, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
      ts.forEachChild(node, (child) => visit(child, name));
    };
    visit(source);
    return found;
  });
}

/** Whether a text reads like words for a person: three words of prose, or a capital and a further word; what is put into it does not count. */
export function isProse(text: string): boolean {
  return /(?:\p{L}{2,}[,;:.]? ){2}\p{L}{2,}|^\p{Lu}\p{Ll}+ \p{L}/u.test(text.replaceAll(/\{\d\}/g, ''));
}
