import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickPort } from './testing/ports.mjs';
import { createWorkspace } from './testing/workspace.mjs';

test('says what is wrong and what it would do, and does nothing', async t => {
  const workspace = createWorkspace(t);
  const { code, text } = await workspace.run([
    'doctor',
    '--port',
    String(await pickPort()),
  ]);
  assert.equal(code, 1);
  assert.match(text, /ok .*git:/);
  assert.match(text, /WRONG .*packages: The packages are not installed yet/);
  assert.match(text, /doctor --fix would: install the packages/);
  assert.deepEqual(workspace.calls(), []);
});

test('repairs everything it can', async t => {
  const workspace = createWorkspace(t);
  workspace.write(
    'var/groundwork.pid',
    JSON.stringify({
      pid: 1,
      identity: 'of another time',
      url: 'http://localhost:1',
    }),
  );
  workspace.write('var/db/auth.sqlite', 'damaged');
  const port = String(await pickPort());
  const { code, text } = await workspace.run([
    'doctor',
    '--fix',
    '--port',
    port,
  ]);
  assert.equal(code, 0, text);
  assert.deepEqual(workspace.calls(), ['yarn', 'build']);
  assert.equal(workspace.exists('var/groundwork.pid'), false);
  assert.equal(workspace.exists('var/db/auth.sqlite'), false);

  const again = await workspace.run(['doctor', '--port', port]);
  assert.equal(again.code, 0);
  assert.match(again.text, /Everything is in order/);
});

test('goes on with the other checks when a repair fails', async t => {
  const workspace = createWorkspace(t);
  const { code, text } = await workspace.run(
    ['doctor', '--fix', '--port', String(await pickPort())],
    { STUB_YARN: 'broken' },
  );
  assert.equal(code, 1);
  assert.match(text, /Something that nobody has seen before/);
  assert.match(text, /databases: none yet/);
});
