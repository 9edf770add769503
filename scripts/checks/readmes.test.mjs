import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './lib/fixture.mjs';
import { checkReadmes } from './readmes.mjs';

const README = `# @groundwork/plugin-x

What it is for.

## Install

## Configuration

## Behaviour when unconfigured
`;

function messages(t, readme) {
  const files = {
    'plugins/x/package.json': '{ "name": "@groundwork/plugin-x" }',
    ...(readme && { 'plugins/x/README.md': readme }),
  };
  return checkReadmes(repository(t, files)).map(finding => finding.message);
}

test('accepts a README with its title and sections', t => {
  assert.deepEqual(messages(t, README), []);
});

test('reports a package without a README', t => {
  assert.match(messages(t, undefined).join(), /is missing/);
});

test('reports a title that is not the name of the package', t => {
  const readme = README.replace('plugin-x', 'plugin-y');
  assert.match(messages(t, readme).join(), /write '# @groundwork\/plugin-x'/);
});

test('reports a section that is missing', t => {
  const readme = README.replace('## Configuration', '');
  assert.match(messages(t, readme).join(), /no section '## Configuration'/);
});

test('reports a README that is too long', t => {
  const readme = README + 'One more line.\n'.repeat(80);
  assert.match(messages(t, readme).join(), /at most 80/);
});
