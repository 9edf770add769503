import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickPort } from './testing/ports.mjs';
import { createWorkspace } from './testing/workspace.mjs';

test('moves the data aside and says how to take it back', async t => {
  const workspace = createWorkspace(t);
  workspace.write('var/db/catalog.sqlite', 'data');
  workspace.write('var/git/acme.git/HEAD', 'ref');
  const { code, text } = await workspace.run(['reset', '--yes']);
  assert.equal(code, 0);
  assert.equal(workspace.exists('var/db'), false);
  const [, trash] = /to (var\/trash\/[^/]+)\//.exec(text);
  assert.equal(workspace.read(`${trash}/db/catalog.sqlite`), 'data');
  assert.equal(workspace.read(`${trash}/git/acme.git/HEAD`), 'ref');
  assert.match(text, new RegExp(`mv ${trash}/\\* var/`));
});

test('asks, and takes silence for no', async t => {
  const workspace = createWorkspace(t);
  workspace.write('var/db/catalog.sqlite', 'data');
  const { code, text } = await workspace.run(['reset']);
  assert.equal(code, 1);
  assert.match(text, /\.\/groundwork reset --yes/);
  assert.equal(workspace.read('var/db/catalog.sqlite'), 'data');
});

test('deletes what was set aside only when told to', async t => {
  const workspace = createWorkspace(t);
  workspace.write('var/trash/old/db/catalog.sqlite', 'data');
  await workspace.run(['reset', '--yes']);
  assert.equal(workspace.exists('var/trash/old'), true);
  assert.equal((await workspace.run(['reset', '--yes', '--purge'])).code, 0);
  assert.equal(workspace.exists('var/trash'), false);
});

test('refuses while the portal runs', async t => {
  const workspace = createWorkspace(t);
  const start = workspace.launch(['start', '--port', String(await pickPort())]);
  await start.until('Groundwork is up');
  const { code, text } = await workspace.run(['reset', '--yes']);
  assert.equal(code, 1);
  assert.match(text, /already runs/);
  assert.equal(workspace.exists('var/db'), true);
});
