import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createContext } from './context.mjs';
import { inspectDatabases } from './database.mjs';
import { createWorkspace } from './testing/workspace.mjs';

function createDatabase(workspace) {
  mkdirSync(workspace.at('var/db'), { recursive: true });
  const path = workspace.at('var/db/catalog.sqlite');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE entities (ref TEXT)');
  const insert = database.prepare('INSERT INTO entities VALUES (?)');
  for (let index = 0; index < 500; index++) {
    insert.run(`component:default/service-${index}`);
  }
  database.close();
  return path;
}

test('accepts a whole database', async t => {
  const workspace = createWorkspace(t);
  createDatabase(workspace);
  const finding = await inspectDatabases(createContext(workspace.env));
  assert.equal(finding.isOk, true, finding.detail);
});

test('accepts a database that is empty because nothing was written yet', async t => {
  const workspace = createWorkspace(t);
  workspace.write('var/db/app.sqlite', '');
  assert.equal(
    (await inspectDatabases(createContext(workspace.env))).isOk,
    true,
  );
});

test('finds damage inside a database whose head is whole', async t => {
  const workspace = createWorkspace(t);
  const path = createDatabase(workspace);
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096, 8192);
  writeFileSync(path, bytes);
  const finding = await inspectDatabases(createContext(workspace.env));
  assert.equal(finding.isOk, false);
  assert.match(finding.detail, /var\/db\/catalog\.sqlite is damaged/);
});

test('keeps a log that is none, and the database beside it', async t => {
  const workspace = createWorkspace(t);
  createDatabase(workspace);
  workspace.write('var/db/catalog.sqlite-wal', 'these bytes were never a log');
  const context = createContext(workspace.env);
  const finding = await inspectDatabases(context);
  assert.match(finding.detail, /var\/db\/catalog\.sqlite-wal is damaged/);

  await finding.fix.apply();
  const [moved] = readdirSync(context.paths.damaged);
  assert.equal(
    workspace.read(`var/damaged/${moved}/catalog.sqlite-wal`),
    'these bytes were never a log',
  );
  assert.equal(workspace.exists('var/db/catalog.sqlite'), true);
  assert.equal((await inspectDatabases(context)).isOk, true);
});
