import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './lib/fixture.mjs';
import { checkScriptsLint } from './scripts-lint.mjs';

const RULES =
  "module.exports = { root: true, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' }, rules: { 'prefer-const': 'error' } };";

function findings(t, program) {
  const files = {
    'scripts/.eslintrc.js': RULES,
    'scripts/tool.mjs': program,
  };
  return checkScriptsLint(repository(t, files));
}

test('accepts a program that follows the rules', async t => {
  assert.deepEqual(await findings(t, 'export const a = 1;\n'), []);
});

test('reports the place and the rule that a program breaks', async t => {
  const [finding] = await findings(t, '\nlet a = 1;\nexport { a };\n');
  assert.equal(finding.file, 'scripts/tool.mjs');
  assert.equal(finding.line, 2);
  assert.match(finding.message, /\(prefer-const\)/);
});

test('reads the programs of the browser tests as well', async t => {
  const root = repository(t, {
    'e2e/.eslintrc.js': RULES,
    'e2e/support/start.mjs': 'let a = 1;\nexport { a };\n',
  });
  const [finding] = await checkScriptsLint(root);
  assert.equal(finding.file, 'e2e/support/start.mjs');
});

test('reports a program that cannot be read', async t => {
  const [finding] = await findings(t, 'const = 1;\n');
  assert.match(finding.message, /\(syntax\)/);
});
