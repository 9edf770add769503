import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { test } from 'node:test';
import { createContext } from './context.mjs';
import { readYarnEnvFromNpm } from './npmSettings.mjs';
import { createWorkspace } from './testing/workspace.mjs';

function createContextWithNpm(t, settings, extraEnv = {}) {
  const workspace = createWorkspace(t);
  workspace.write('bin/npm', `#!/bin/sh\nprintf '${settings}'\n`);
  chmodSync(workspace.at('bin/npm'), 0o755);
  return createContext({ ...workspace.env, ...extraEnv });
}

test("gives npm's registry and certificates to yarn", async t => {
  const context = createContextWithNpm(
    t,
    'registry=https://mirror.example/npm/\\ncafile=/etc/mirror.pem\\nproxy=null\\n',
  );
  assert.deepEqual(await readYarnEnvFromNpm(context), {
    YARN_NPM_REGISTRY_SERVER: 'https://mirror.example/npm',
    YARN_HTTPS_CA_FILE_PATH: '/etc/mirror.pem',
  });
});

test('lets yarn use a registry without TLS when npm does', async t => {
  const context = createContextWithNpm(
    t,
    'registry=http://mirror.example:4873/\\n',
  );
  assert.deepEqual(await readYarnEnvFromNpm(context), {
    YARN_NPM_REGISTRY_SERVER: 'http://mirror.example:4873',
    YARN_UNSAFE_HTTP_WHITELIST: 'mirror.example',
  });
});

test('leaves alone what is set for yarn itself', async t => {
  const context = createContextWithNpm(
    t,
    'registry=http://mirror.example:4873/\\n',
    { YARN_NPM_REGISTRY_SERVER: 'https://other.example' },
  );
  assert.deepEqual(await readYarnEnvFromNpm(context), {});
});
