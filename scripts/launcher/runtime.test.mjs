import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from './context.mjs';
import { Problem } from './problem.mjs';
import { createRuntimeEnv, findRuntime, inspectRuntime } from './runtime.mjs';
import { createWorkspace } from './testing/workspace.mjs';

const UNSUPPORTED = '20.20.2';

test('takes the Node of the machine when Backstage runs on it', t => {
  const context = createContext(createWorkspace(t).env);
  assert.deepEqual(findRuntime(context, '22.12.0'), {
    node: process.execPath,
    isBrought: false,
  });
  assert.equal(inspectRuntime(context, '24.1.0').isOk, true);
});

test('brings a Node when the machine has another', async t => {
  const workspace = createWorkspace(t);
  const context = createContext(workspace.env);
  const finding = inspectRuntime(context, UNSUPPORTED);
  assert.equal(finding.isOk, false);
  assert.match(finding.detail, /Node 20\.20\.2 does not run Backstage/);

  await finding.fix.apply();
  const { node, home } = findRuntime(context, UNSUPPORTED);
  assert.ok(node.startsWith(workspace.at('var/runtime')));
  const env = createRuntimeEnv(context, UNSUPPORTED);
  assert.ok(env.PATH.startsWith(`${home}/bin:`));
  assert.equal(env.npm_config_nodedir, home);
});

test('never uses a download that did not finish', async t => {
  const workspace = createWorkspace(t);
  const context = createContext({ ...workspace.env, STUB_NPM: 'offline' });
  await assert.rejects(
    inspectRuntime(context, UNSUPPORTED).fix.apply(),
    error =>
      error instanceof Problem &&
      /registry cannot be reached/.test(error.message),
  );
  assert.equal(findRuntime(context, UNSUPPORTED), undefined);

  await inspectRuntime(createContext(workspace.env), UNSUPPORTED).fix.apply();
  assert.ok(findRuntime(context, UNSUPPORTED));
});
