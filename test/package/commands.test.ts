/** Commands, views and context keys: what the manifest names exists in the code, and what the code names exists in the manifest. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { allMatches, manifest, manifestText, root, sourceText } from './manifest';

const { commands, keybindings, menus, views, viewsContainers, viewsWelcome } = manifest.contributes;
const contributed = commands.map(({ command }) => command);
const source = sourceText();

const missing = (wanted: readonly string[], present: readonly string[]): string[] => wanted.filter((one) => !present.includes(one));

describe('commands of the manifest', () => {
  it('are named in the code, each', () => {
    assert.deepEqual(missing(contributed, allMatches(source, /['"`](attest\.[\w.]+)['"`]/g)), []);
  });

  it('have a title each, and are declared once', () => {
    assert.deepEqual(contributed, [...new Set(contributed)]);
    for (const { title } of commands) assert.ok(title.length > 3);
  });

  it('include all that menus, keys and welcome texts name', () => {
    const named = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
    const linked = viewsWelcome.flatMap(({ contents }) => allMatches(contents, /\(command:(attest\.[\w.]+)/g));
    assert.deepEqual(missing([...named, ...linked], contributed), []);
  });

  it('include all that the code registers, but for those that only the code calls, with arguments', () => {
    const registered = allMatches(source, /register\w*\(\s*'(attest\.[\w.]+)'/g);
    assert.ok(registered.length >= contributed.length / 2, 'the pattern finds the registrations');
    const internal = missing(registered, contributed);
    for (const command of internal) assert.match(source, new RegExp(`command: '${command}'[^}]*arguments:`), `${command} is neither declared nor called`);
  });
});

describe('views of the manifest', () => {
  const ids = Object.values(views).flat().map(({ id }) => id);

  it('are provided by the code', () => {
    assert.deepEqual(missing(ids, allMatches(source, /(?:createTreeView|new RowsView|registerTreeDataProvider|registerWebviewViewProvider)\w*\(\s*'(attest[\w.]+)'/g)), []);
  });

  it('stand in a container that is declared, and every welcome text belongs to one of them', () => {
    assert.deepEqual(missing(Object.keys(views), viewsContainers.activitybar.map(({ id }) => id)), []);
    assert.deepEqual(missing(viewsWelcome.map(({ view }) => view), ids), []);
  });
});

describe('context keys of the manifest', () => {
  it('are set by the code', () => {
    const clauses = allMatches(manifestText, /"(?:when|enablement)":\s*"((?:[^"\\]|\\.)*)"/g);
    const used = [...new Set(clauses.flatMap((clause) => allMatches(clause, /(?<!config\.)\b(attest\.\w+)\b/g)))];
    const viewIds = Object.values(views).flat().map(({ id }) => id);
    const set = allMatches(source, /'setContext',\s*'(attest\.\w+)'/g);
    assert.deepEqual(missing(used, [...set, ...viewIds]), []);
  });
});

describe('conditions of the manifest', () => {
  it('have no operator that the editor cannot read: it would take the whole condition for none', () => {
    const clauses = allMatches(manifestText, /"(?:when|enablement)":\s*"((?:[^"\\]|\\.)*)"/g);
    assert.ok(clauses.length > 20);
    for (const clause of clauses) {
      const plain = clause.replace(/\/(?:\\.|[^/])*\/[a-z]*/g, '/x/').replace(/'[^']*'/g, "'x'");
      assert.doesNotMatch(plain.replace(/=~|==|!=|&&|\|\||<=|>=|<|>|!(?=[\w(])|\b(?:not )?in\b/g, ' '), /[=~!&|]/, clause);
    }
  });
});

describe('pictures of the manifest', () => {
  it('exist', () => {
    const icons = [manifest.icon, ...Object.values(views).flat().map(({ icon }) => icon), ...viewsContainers.activitybar.map(({ icon }) => icon)];
    assert.deepEqual(icons.filter((icon) => !existsSync(path.join(root, icon))), []);
  });
});
