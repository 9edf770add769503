import { createRuntimeEnv } from '../launcher/runtime.mjs';

/** Set by tools around us (a Git hook, a test runner, a production shell), and wrong for the tests. */
const FOREIGN = [
  'NODE_TEST_CONTEXT',
  'NODE_ENV',
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_WORK_TREE',
  'GROUNDWORK_ROOT',
];

/** Builds the same environment for the tests on every machine. */
export function createTestEnv(context) {
  const env = {
    ...createRuntimeEnv(context),
    CI: 'true',
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    // In CI, Backstage's test databases would start containers; PostgreSQL comes from this machine.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  };
  for (const name of FOREIGN) {
    delete env[name];
  }
  return env;
}
