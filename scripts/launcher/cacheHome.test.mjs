import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCacheEnv } from './cacheHome.mjs';
import { createWorkspace } from './testing/workspace.mjs';

test('leaves the caches where they are when the home directory can be written', t => {
  const { root } = createWorkspace(t);
  assert.deepEqual(createCacheEnv({ HOME: root }, '/state/cache'), {});
});

test('moves the caches below var when the home directory cannot be written', () => {
  // Not even root can make a file in what is no directory.
  assert.deepEqual(createCacheEnv({ HOME: '/dev/null' }, '/state/cache'), {
    npm_config_cache: '/state/cache/npm',
    YARN_GLOBAL_FOLDER: '/state/cache/yarn',
  });
});

test('keeps a cache that the user chose', () => {
  const env = { HOME: '/dev/null', YARN_GLOBAL_FOLDER: '/big/yarn' };
  assert.deepEqual(createCacheEnv(env, '/state/cache'), {
    npm_config_cache: '/state/cache/npm',
  });
});
