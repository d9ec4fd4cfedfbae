import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import path from 'node:path';
import type { AnalysisPool } from '../../src/corpus/ports';
import { BEHIND } from '../../src/platform/behindOthers';
import { createInlinePool } from '../../src/platform/inlinePool';
import { createWorkerPool, threadsFor, type WorkerPoolOptions } from '../../src/platform/workerPool';
import { until } from '../support/until';
import { keptLog, temporaryDirectory } from './temporary';

const entry = path.join(__dirname, 'workerEntry.mjs');

describe('pools', () => {
  const directory = temporaryDirectory();
  const log = keptLog();
  let pool: AnalysisPool | undefined;
  const start = (options: Partial<WorkerPoolOptions> = {}): AnalysisPool => pool = createWorkerPool({ entry, log, threads: 2, ...options });
  const file = (name: string, text: string): string => {
    writeFileSync(directory.at(name), text);
    return directory.at(name);
  };
  afterEach(() => pool?.dispose());

  it('give the same for the same file, in threads and without', async () => {
    const paths = [file('a.txt', 'By Mara Lindqvist\n\nThe harbour of Lisdun was closed, the mayor said on Monday.\n'), file('b.md', '# A\n\ntext'), file('c.txt', ''), file('d.txt', 'x\0y'), directory.at('none.txt')];
    const threads = start(), inline = createInlinePool();
    for (const target of paths) assert.deepEqual(await threads.analyse(target), await inline.analyse(target));
  });

  it('do not analyse bytes that are indexed already', async () => {
    const target = file('a.txt', 'The harbour was closed.');
    for (const one of [start(), createInlinePool()]) {
      const first = await one.analyse(target);
      assert.ok('articles' in first && first.articles.length === 1);
      const second = await one.analyse(target, first.stamp.hash);
      assert.deepEqual(second, { path: target, stamp: first.stamp, sameBytes: true });
    }
  });

  it('survive a file that crashes its thread, and name it', async () => {
    const threads = start();
    const names = ['ok1', 'crash', 'ok2', 'throw', 'ok3', 'ok4'];
    const results = await Promise.all(names.map((name) => threads.analyse(file(`${name}.txt`, `${name} is what stands here.`))));
    assert.deepEqual(results.map((result) => ('problems' in result ? result.problems.map((problem) => problem.code).join() : 'same')), ['', 'unreadable', '', 'unreadable', '', '']);
    const [crashed] = 'problems' in results[1]! ? results[1].problems : [];
    assert.match(crashed!.message, /crash\.txt/);
    assert.notEqual(results[1]!.stamp.hash, '');
  });

  it('end a file that takes too long', async () => {
    const threads = start({ threads: 1, fileLimit: 2000 });
    const [hung, fine] = await Promise.all([threads.analyse(file('hang.txt', 'hang')), threads.analyse(file('fine.txt', 'All is well.'))]);
    assert.ok('problems' in hung && 'articles' in fine);
    assert.match(hung.problems[0]!.message, /hang\.txt took longer than/);
    assert.equal(fine.articles.length, 1);
  });

  it('start no thread before there is work, end them when there is none, and start them again', async () => {
    const kept = keptLog(), count = (word: string): number => kept.lines.filter((line) => line.includes(word)).length;
    const threads = start({ idleLimit: 50, log: kept });
    assert.equal(count('started'), 0);
    const target = file('a.txt', 'All is well.');
    await threads.analyse(target);
    await until(() => count('ended') === 1);
    assert.deepEqual([count('started'), count('ended')], [1, 1]);
    assert.ok('articles' in await threads.analyse(target));
    assert.equal(count('started'), 2);
  });

  it('reject when their threads cannot start, and after their end', async () => {
    const broken = start({ entry: directory.at('missing.js') });
    await assert.rejects(broken.analyse(file('a.txt', 'x')), /do not start/);
    await broken.dispose();
    await assert.rejects(broken.analyse(directory.at('a.txt')), /closed/);
  });

  it('have their threads stand behind the others of the process where a thread can', async function () {
    if (process.platform !== 'linux') return this.skip();
    // The 19th field of what the system tells of a thread is its niceness (proc_pid_stat(5)); the second may hold blanks and ends with the last bracket.
    const niceness = (id: string): number => Number(readFileSync(`/proc/self/task/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[16]);
    const behind = (): number => readdirSync('/proc/self/task').filter((id) => niceness(id) === BEHIND).length;
    const own = getPriority(), before = behind();
    assert.notEqual(own, BEHIND);
    await start({ threads: 1 }).analyse(file('a.txt', 'All is well.'));
    assert.equal(behind(), before + 1);
    assert.equal(getPriority(), own);
  });

  it('leave half of the cores to others, unless they are told not to', () => {
    assert.deepEqual([1, 2, 8, 32].map((cores) => threadsFor('polite', cores)), [1, 1, 4, 4]);
    assert.deepEqual([1, 2, 8, 32].map((cores) => threadsFor('full', cores)), [1, 2, 8, 8]);
  });
});
