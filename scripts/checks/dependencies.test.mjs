import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDependencies } from './dependencies.mjs';
import { repository } from './lib/fixture.mjs';

const NAMES = [
  '@backstage/core-plugin-api',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-kubernetes',
  '@backstage/plugin-scaffolder-backend',
  '@backstage/plugin-techdocs',
  'react',
];

const manifest = dependencies =>
  JSON.stringify({
    name: 'app',
    backstage: { role: 'frontend' },
    dependencies: Object.fromEntries(
      dependencies.map(name => [name, '^1.0.0']),
    ),
  });
const source = names => names.map(name => `import '${name}';`).join('\n');

function messages(t, { declared = NAMES, imported = NAMES, files = {} }) {
  const root = repository(t, {
    'packages/app/package.json': manifest(declared),
    'packages/app/src/index.ts': source(imported),
    ...files,
  });
  return checkDependencies(root).map(finding => finding.message);
}

test('accepts a package that declares what it imports', t => {
  assert.deepEqual(messages(t, {}), []);
});

test('reports an import that is not declared', t => {
  const imported = [...NAMES, 'node:fs', './local', 'lodash/get'];
  assert.deepEqual(messages(t, { imported }), [
    "imports 'lodash', which app does not declare; add it",
  ]);
});

test('finds imports that are loaded later or by require', t => {
  const text =
    "import('a');\nconst b = require('b');\nexport * from '@c/d/e';\n// import 'f';";
  const found = messages(t, { files: { 'packages/app/src/late.ts': text } });
  assert.deepEqual(
    found.map(message => /'(.+?)'/.exec(message)[1]),
    ['@c/d', 'a', 'b'],
  );
});

test('reports a dependency that nothing uses', t => {
  assert.deepEqual(messages(t, { declared: [...NAMES, 'lodash'] }), [
    "dependencies has 'lodash', which nothing uses; remove it",
  ]);
});

test('reports a cornerstone that is declared but not imported', t => {
  const imported = NAMES.filter(name => name !== 'react');
  assert.match(
    messages(t, { imported }).join(),
    /declares and imports 'react'/,
  );
});

test('accepts a plugin that the app discovers by itself', t => {
  const files = {
    'packages/app/node_modules/plugin-x/package.json':
      '{ "name": "plugin-x", "backstage": { "role": "frontend-plugin" } }',
  };
  const declared = [...NAMES, 'plugin-x'];
  assert.deepEqual(messages(t, { declared, files }), []);
});

test('accepts a dependency that another one wants beside it', t => {
  const files = {
    'packages/app/node_modules/react/package.json':
      '{ "name": "react", "peerDependencies": { "react-dom": "*" } }',
  };
  const declared = [...NAMES, 'react-dom'];
  assert.deepEqual(messages(t, { declared, files }), []);
});
