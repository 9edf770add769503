import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readLock, removeStaleLock, takeLock } from './lock.mjs';
import { createWorkspace } from './testing/workspace.mjs';

function createLockPath(t) {
  const workspace = createWorkspace(t);
  mkdirSync(workspace.at('var'));
  return workspace.at('var/test.pid');
}

test('lets one holder in at a time', async t => {
  const path = createLockPath(t);
  const lock = await takeLock(path, { url: 'http://localhost:1' });
  const second = await takeLock(path);
  assert.equal(second.isTaken, false);
  assert.equal(second.holder.url, 'http://localhost:1');
  assert.equal(second.holder.pid, process.pid);

  lock.release();
  assert.equal((await takeLock(path)).isTaken, true);
});

test('replaces the lock of a process that is gone', async t => {
  const path = createLockPath(t);
  writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'gone' }));
  assert.equal((await takeLock(path)).isTaken, true);
});

test('replaces the lock of a process whose number another process has now', async t => {
  const path = createLockPath(t);
  writeFileSync(
    path,
    JSON.stringify({ pid: process.pid, identity: 'of an earlier process' }),
  );
  assert.equal((await takeLock(path)).isTaken, true);
});

test('replaces a lock that was never written to its end', async t => {
  const path = createLockPath(t);
  writeFileSync(path, '{"pid":');
  assert.equal((await takeLock(path)).isTaken, true);
});

test('leaves a lock alone that became live meanwhile', async t => {
  const path = createLockPath(t);
  await takeLock(path);
  removeStaleLock(path);
  assert.notEqual((await readLock(path)).holder, undefined);
});
