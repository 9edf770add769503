import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocsFacts } from './docs-facts.mjs';
import { repository } from './lib/fixture.mjs';

const TABLE = `import type { Row } from './types';

export const permissionTable: Record<string, Row> = {
  'catalog.entity.read': { viewer: 'deny', developer: 'owner', 'platform-engineer': 'allow', admin: 'allow' },
};
`;
const PERMISSIONS = `# Permissions

| Permission | Viewer | Developer | Platform engineer | Admin |
| --- | --- | --- | --- | --- |
| \`catalog.entity.read\` | no | owner | yes | yes |
`;
const COMMANDS = `# Commands

| Command | Does |
| --- | --- |
| \`test [unit] [e2e] [--port N]\` | tests |

## Checks

| Command | Checks |
| --- | --- |
| \`node scripts/checks/catalog.mjs\` | the catalog |
`;
const FILES = {
  'docs/reference/permissions.md': PERMISSIONS,
  'plugins/permission-backend-module-policy/src/permissionTable.ts': TABLE,
  'docs/reference/mcp-tools.md':
    '# Tools for agents\n\n| Tool | A |\n| --- | --- |\n| `search:query` | x |\n',
  'app-config.yaml':
    'backend: { actions: { filter: { include: [{ id: "search:query" }] } } }',
  'docs/reference/commands.md': COMMANDS,
  'scripts/launcher/commandLine.mjs':
    "export const COMMANDS = { test: { options: { '--port': 'number' }, operands: ['unit', 'e2e'] } };",
  'scripts/checks/catalog.mjs': '',
  'scripts/checks/catalog.test.mjs': '',
  'docs/adr/index.md':
    '# Decision log\n\n| No. | Decision | Status | Date |\n| - | - | - | - |\n| [0001](0001-a.md) | Do it | accepted | 2026-11-23 |\n',
  'docs/adr/0001-a.md':
    '---\nstatus: accepted\ndate: 2026-11-23\n---\n# Do it\n',
};

async function messagesWith(t, changes) {
  const findings = await checkDocsFacts(
    repository(t, { ...FILES, ...changes }),
  );
  return findings.map(({ file, message }) => `${file}: ${message}`).join('\n');
}

test('accepts docs that say what the code says', async t => {
  assert.equal(await messagesWith(t, {}), '');
});

const FAULTS = [
  [
    'a right that the table does not give',
    'docs/reference/permissions.md',
    '| no |',
    '| yes |',
    /lacks 'catalog\.entity\.read \| no/,
  ],
  [
    'a permission that the page does not show',
    'docs/reference/permissions.md',
    'entity.read',
    'entity.write',
    /lacks 'catalog\.entity\.read/,
  ],
  [
    'a tool that the page does not show',
    'app-config.yaml',
    'search:query',
    'search:all',
    /lacks 'search:all'/,
  ],
  [
    'a command that does not exist',
    'docs/reference/commands.md',
    'test [unit]',
    'tests [unit]',
    /has 'tests --port e2e unit'/,
  ],
  [
    'a check that the page does not show',
    'docs/reference/commands.md',
    'checks/catalog',
    'checks/links',
    /lacks 'node scripts\/checks\/catalog\.mjs'/,
  ],
  [
    'a status that the log shows wrongly',
    'docs/adr/index.md',
    'accepted',
    'proposed',
    /lacks 'Do it \| accepted/,
  ],
];

for (const [name, file, from, to, expected] of FAULTS) {
  test(`reports ${name}`, async t => {
    const changed = { [file]: FILES[file].replace(from, to) };
    assert.match(await messagesWith(t, changed), expected);
  });
}

test('reports a page that is gone', async t => {
  const root = repository(t, { 'README.md': '' });
  const [finding] = await checkDocsFacts(root);
  assert.match(finding.message, /is missing/);
});
