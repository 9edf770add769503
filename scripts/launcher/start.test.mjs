import assert from 'node:assert/strict';
import { test } from 'node:test';
import { occupyPort, pickPort } from './testing/ports.mjs';
import { createWorkspace } from './testing/workspace.mjs';

const UP = 'Groundwork is up';

test('prepares, serves, and ends cleanly on Ctrl-C', async t => {
  const workspace = createWorkspace(t);
  const port = await pickPort();
  const first = workspace.launch(['start', '--port', String(port)]);
  const text = await first.until(UP);

  assert.match(text, new RegExp(`http://localhost:${port}`));
  assert.deepEqual(workspace.calls(), ['yarn', 'build']);
  const { code, text: whole } = await first.stop('SIGINT');
  assert.equal(code, 0);
  assert.match(whole, /Stopped\.$/m);
  assert.equal(workspace.exists('var/groundwork.pid'), false);
  await assert.rejects(fetch(`http://localhost:${port}/`));
});

test('neither installs nor builds again when nothing changed', async t => {
  const workspace = createWorkspace(t);
  assert.equal((await workspace.run(['build'])).code, 0);
  const again = workspace.launch(['start', '--port', String(await pickPort())]);
  await again.until(UP);
  await again.stop('SIGTERM');
  assert.deepEqual(workspace.calls(), ['yarn', 'build']);
});

test('refuses a second start and leaves the first alone', async t => {
  const workspace = createWorkspace(t);
  const port = await pickPort();
  const first = workspace.launch(['start', '--port', String(port)]);
  await first.until(UP);

  const second = await workspace.run([
    'start',
    '--port',
    String(await pickPort()),
  ]);
  assert.equal(second.code, 1);
  assert.match(
    second.text,
    new RegExp(
      `already runs.*http://localhost:${port} \\(process ${first.pid}\\)`,
    ),
  );
  assert.match(second.text, new RegExp(`kill ${first.pid}`));
  assert.equal(
    (await fetch(`http://localhost:${port}/.backstage/health/v1/readiness`))
      .status,
    200,
  );
});

test('starts again after the launcher was killed, and leaves no portal behind', async t => {
  const workspace = createWorkspace(t);
  const port = await pickPort();
  const killed = workspace.launch(['start', '--port', String(port)]);
  await killed.until(UP);
  await killed.stop('SIGKILL');
  assert.equal(workspace.exists('var/groundwork.pid'), true);

  const next = workspace.launch(['start', '--port', String(port)]);
  await next.until(UP);
  assert.equal((await next.stop('SIGINT')).code, 0);
});

test('names the program that holds the port and proposes another', async t => {
  const workspace = createWorkspace(t);
  const port = await occupyPort(t);
  const { code, text } = await workspace.run(['start', '--port', String(port)]);
  assert.equal(code, 1);
  assert.match(
    text,
    new RegExp(`Port ${port} is taken by .*process ${process.pid}`),
  );
  assert.match(text, /\.\/groundwork start --port \d+/);
  assert.deepEqual(workspace.calls(), []);
});

test('shows the last errors of a portal that dies', async t => {
  const workspace = createWorkspace(t);
  const { code, text } = await workspace.run(
    ['start', '--port', String(await pickPort())],
    { STUB_PORTAL: 'broken' },
  );
  assert.equal(code, 1);
  assert.match(text, /ended by itself \(exit code 3\)/);
  assert.match(text, /The catalog cannot be read/);
  assert.match(text, /var\/log\/portal\.log/);
  assert.equal(workspace.exists('var/groundwork.pid'), false);
});

test('moves a damaged database aside with its log and starts with a new one', async t => {
  const workspace = createWorkspace(t);
  workspace.write('var/db/catalog.sqlite', 'these bytes were never a database');
  workspace.write('var/db/catalog.sqlite-wal', 'its log');
  const start = workspace.launch(['start', '--port', String(await pickPort())]);
  const text = await start.until(UP);
  await start.stop('SIGINT');

  assert.match(text, /var\/db\/catalog\.sqlite is damaged/);
  const [, moved] = /to (var\/damaged\/[^/]+)\//.exec(text);
  assert.equal(
    workspace.read(`${moved}/catalog.sqlite`),
    'these bytes were never a database',
  );
  assert.equal(workspace.read(`${moved}/catalog.sqlite-wal`), 'its log');
  assert.equal(workspace.exists('var/db/catalog.sqlite'), false);
});
