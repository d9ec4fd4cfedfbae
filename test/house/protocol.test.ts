import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as protocol from '../../src/server/protocol';

const root = path.resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('the protocol', () => {
  const methods = Object.entries<unknown>({ ...protocol }).flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []));

  it('has a documented method for each constant', () => {
    const page = read('docs/protocol.md');
    assert.ok(methods.length >= 12);
    for (const [, method] of methods) assert.ok(page.includes(`\`${method}\``), `docs/protocol.md does not tell of ${method}`);
  });

  it('documents no method that is gone', () => {
    const known = new Set<string>([...methods.map(([, method]) => method), ...Object.values(protocol.Command)]);
    const told = [...read('docs/protocol.md').matchAll(/`(attest\/[A-Za-z]+)`/g)].map(([, method]) => method!);
    assert.deepEqual(told.filter((method) => !known.has(method)), []);
  });

  it('is answered by the server', () => {
    const server = readdirSync(path.join(root, 'src/server'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/^protocol(?:\.ts|[\\/])/.test(name)).map((name) => read(path.join('src/server', name))).join('\n');
    for (const [name] of methods) assert.ok(server.includes(name), `the server does not use ${name}`);
  });
});
