import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../groundwork', import.meta.url));

/** Runs the entry script with nothing but the named programs on the PATH; a text becomes a shell script. */
function runEntry(t, programs, args = ['help'], findEntry = () => ENTRY) {
  const bin = mkdtempSync(join(tmpdir(), 'groundwork-entry-'));
  t.after(() => rmSync(bin, { recursive: true, force: true }));
  for (const [name, script] of Object.entries({
    dirname: undefined,
    ...programs,
  })) {
    if (script === undefined) {
      symlinkSync(locate(name), join(bin, name));
    } else {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    }
  }
  return spawnSync('/bin/sh', [findEntry(bin), ...args], {
    encoding: 'utf8',
    env: { PATH: bin },
  });
}

function locate(name) {
  return name === 'node'
    ? process.execPath
    : execFileSync('/bin/sh', ['-c', `command -v ${name}`], {
        encoding: 'utf8',
      }).trim();
}

test('says how to get Node when there is none', t => {
  const { status, stderr } = runEntry(t, { git: undefined });
  assert.equal(status, 1);
  assert.match(stderr, /Node\.js is not installed/);
  assert.match(stderr, /Install Node 24/);
});

test('says how to get git when there is none', t => {
  const { status, stderr } = runEntry(t, { node: undefined });
  assert.equal(status, 1);
  assert.match(stderr, /git is not installed/);
  assert.match(stderr, /apt-get install git/);
});

test('refuses a Node that is too old for the launcher', t => {
  const { status, stderr } = runEntry(t, {
    git: undefined,
    node: 'echo v16.20.2',
  });
  assert.equal(status, 1);
  assert.match(stderr, /v16\.20\.2 is too old/);
});

test('refuses a Node that does not run', t => {
  const { status, stderr } = runEntry(t, { git: undefined, node: 'exit 126' });
  assert.equal(status, 1);
  assert.match(stderr, /does not run/);
});

test('lists the commands', t => {
  const { status, stdout } = runEntry(t, { git: undefined, node: undefined });
  assert.equal(status, 0);
  for (const command of ['start', 'dev', 'test', 'build', 'doctor', 'reset']) {
    assert.match(stdout, new RegExp(`^  ${command}\\b`, 'm'));
  }
});

test('answers an unknown command with the known ones', t => {
  const { status, stderr } = runEntry(t, { git: undefined, node: undefined }, [
    'strat',
  ]);
  assert.equal(status, 2);
  assert.match(stderr, /no command 'strat'/);
  assert.match(stderr, /start, dev, test, build, doctor, reset/);
});

test('answers an unknown option with the known ones', t => {
  const { status, stderr } = runEntry(t, { git: undefined, node: undefined }, [
    'start',
    '--prot',
    '7008',
  ]);
  assert.equal(status, 2);
  assert.match(stderr, /'start' does not know '--prot'/);
  assert.match(stderr, /--port/);
});

test('runs when it is started by a link in another directory', t => {
  const { status, stdout } = runEntry(
    t,
    { git: undefined, node: undefined, readlink: undefined },
    ['help'],
    directory => {
      symlinkSync(ENTRY, join(directory, 'target'));
      symlinkSync('target', join(directory, 'gw'));
      return join(directory, 'gw');
    },
  );
  assert.equal(status, 0);
  assert.match(stdout, /Usage: \.\/groundwork/);
});
