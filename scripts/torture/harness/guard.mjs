/**
 * Loaded before a program under test (`--import`): every way to talk to another machine or to start another program is an error and a line
 * on standard error; so is what Node's permission model refuses, and a database outside the folders that may be written.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import diagnostics from 'node:diagnostics_channel';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import net from 'node:net';
import sqlite from 'node:sqlite';
import tls from 'node:tls';

/** @param {string} what @param {string} resource */
function tried(what, resource) {
  writeSync(2, `TRIED ${JSON.stringify({ what, resource: String(resource).slice(0, 300) })}\n`);
}

/** @param {Record<string, unknown>} holder @param {string} name @param {string} what */
function forbid(holder, name, what) {
  holder[name] = (/** @type {unknown[]} */ ...args) => {
    tried(what, args.map(String).join(' '));
    throw new Error(`${what} is forbidden here`);
  };
}

forbid(net.Socket.prototype, 'connect', 'socket');
forbid(net, 'connect', 'socket');
forbid(net, 'createConnection', 'socket');
forbid(net.Server.prototype, 'listen', 'listening socket');
forbid(tls, 'connect', 'socket (TLS)');
forbid(dgram, 'createSocket', 'datagram socket');
forbid(dgram.Socket.prototype, 'send', 'datagram socket');
forbid(http2, 'connect', 'HTTP/2');
for (const name of ['request', 'get']) {
  forbid(http, name, 'HTTP');
  forbid(https, name, 'HTTPS');
}
for (const [holder, names] of [[dns, Object.keys(dns)], [dns.promises, Object.keys(dns.promises)]]) {
  for (const name of names) if (/^(?:lookup|resolve|reverse)/.test(name)) forbid(holder, name, 'name lookup');
}
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) forbid(childProcess, name, 'child process');
forbid(globalThis, 'fetch', 'fetch');
forbid(globalThis, 'WebSocket', 'WebSocket');
forbid(inspector, 'open', 'inspector');
if (globalThis.EventSource) forbid(globalThis, 'EventSource', 'EventSource');

for (const channel of ['fs', 'child', 'worker', 'wasi', 'addon']) {
  diagnostics.subscribe(`node:permission-model:${channel}`, (message) => {
    const { permission, resource } = /** @type {{ permission: string, resource: string }} */ (message);
    tried(permission, resource);
  });
}

// The permission model does not see through SQLite to its file.
const { DatabaseSync } = sqlite;
sqlite.DatabaseSync = class extends DatabaseSync {
  /** @param {[string, ...object[]]} given */
  constructor(...given) {
    const [path] = given;
    if (path !== ':memory:' && process.permission && !process.permission.has('fs.write', path)) {
      tried('database', path);
      throw new Error('a database is forbidden there');
    }
    super(...given);
  }
};
