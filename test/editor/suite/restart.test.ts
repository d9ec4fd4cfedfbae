/** The server ends unasked: the editor starts it again, a few times, then says so and leaves it to the writer. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { servers } from '../support/processes';
import { eventually, openDraft } from '../support/workbench';

describe('a server that ends unasked', () => {
  let document: vscode.TextDocument;
  before(async function () {
    if (process.platform !== 'linux') this.skip();
    ({ document } = await openDraft('restart.md', 'Then Geng spoke.\n'));
    await indexed(3);
  });

  async function kill(): Promise<void> {
    const [id] = await eventually('a running server', () => (servers().length === 1 ? servers() : undefined));
    process.kill(id!, 'SIGKILL');
    await eventually('its end', () => (servers().includes(id!) ? undefined : true));
  }

  const answers = (what: string): Promise<boolean> => eventually(what, async () => ((await hoverAt(document, 'Geng')).includes('Geng Shuang') ? true : undefined), 15_000);

  it('is back within seconds, with its answers', async () => {
    await kill();
    const began = Date.now();
    await answers('an answer of the next server');
    await indexed(3);
    console.log(`back after ${Date.now() - began} ms`);
  });

  it('is not started without end: the writer is told, and can start it', async () => {
    for (let n = 0; n < 3; n++) {
      await kill();
      await answers('an answer of the next server');
    }
    await kill();
    await driver.waitForText('.statusbar-item', 'Attest', 10_000);
    await vscode.commands.executeCommand('notifications.showList');
    await driver.waitForText('.notifications-center', 'again and again', 15_000);
    await driver.screenshot('server-given-up');
    assert.deepEqual(servers(), []);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('attest.restartServer');
    await answers('an answer after the restart');
    await indexed(3);
  });

  it('comes back when it ends at any moment of its start, while it is being asked', async function () {
    this.timeout(120_000);
    for (const waits of [[0, 0, 0, 0], [10, 30, 60, 90], [120, 150, 180, 220], [260, 300, 400, 500]]) {
      const restarted = vscode.commands.executeCommand('attest.restartServer');
      for (const wait of waits) {
        await eventually('a server', () => servers()[0]);
        await new Promise((resolve) => setTimeout(resolve, wait));
        const [id] = servers();
        if (id === undefined) continue;
        const asked = Array.from({ length: 5 }, () => hoverAt(document, 'Geng').catch(() => ''));
        process.kill(id, 'SIGKILL');
        await eventually('its end', () => (servers().includes(id) ? undefined : true));
        await Promise.all(asked);
      }
      await answers('an answer of the one after the last that ended');
      await restarted;
      await indexed(3);
    }
    assert.equal(servers().length, 1);
  });
});
