import { SOUND, treeOf } from '../testing/trees';
import { checkTree } from './checkTree';
import { treeRules } from './tree/treeRules';

const WORKFLOW = '.github/workflows/ci.yml';
const IMAGE = 'services/orders/Dockerfile';
const CONTRACT = 'services/orders/openapi.json';
const CATALOG = 'catalog-info.yaml';

/** One fault for each thing that a rule keeps: the file, and what becomes of its text. */
const FAULTS: [
  rule: string,
  what: string,
  path: string,
  spoil: (text: string) => string | undefined,
][] = [
  ['syntax', 'broken YAML', CATALOG, text => `${text}\n  : [`],
  ['syntax', 'broken JSON', CONTRACT, text => text.replace('}', '')],
  [
    'syntax',
    'a key twice',
    CATALOG,
    text => text.replace('kind:', 'kind: API\nkind:'),
  ],
  [
    'leftovers',
    'an expression',
    'docs/index.md',
    () => '# ${{ values.name }}\n',
  ],
  ['leftovers', 'a tag', 'docs/index.md', () => '# A\n{% if values.x %}\n'],
  [
    'leftovers',
    'an object as text',
    'docs/index.md',
    () => '# [object Object]\n',
  ],
  [
    'leftovers',
    'an undefined value',
    'mkdocs.yml',
    () => 'site_name: undefined\n',
  ],
  [
    'text-hygiene',
    'an open task',
    'docs/index.md',
    () => '# A\n\nTODO: write\n',
  ],
  ['text-hygiene', 'no last new line', 'docs/index.md', () => '# A'],
  ['text-hygiene', 'two empty lines', 'docs/index.md', () => '# A\n\n\nB\n'],
  ['text-hygiene', 'an empty file', 'docs/index.md', () => '\n'],
  [
    'workflow-lint',
    'an unknown key',
    WORKFLOW,
    text => text.replace('runs-on', 'run-on'),
  ],
  [
    'actions-pinned',
    'a tag instead of a commit',
    WORKFLOW,
    text => text.replace(/@[0-9a-f]{40}.*/, '@v7'),
  ],
  [
    'workflow-limits',
    'permissions for every job',
    WORKFLOW,
    text => text.replace('permissions: {}', 'permissions: write-all'),
  ],
  [
    'workflow-limits',
    'no time limit',
    WORKFLOW,
    text => text.replace(/ +timeout.*\n/, ''),
  ],
  [
    'workflow-limits',
    'no concurrency',
    WORKFLOW,
    text => text.replace(/concurrency:\n.*\n/, ''),
  ],
  [
    'workflow-limits',
    'a script from an event',
    WORKFLOW,
    text =>
      text.replace('make check', 'echo ${{ github.event.pull_request.title }}'),
  ],
  ['catalog-files', 'no catalog file', CATALOG, () => undefined],
  [
    'catalog-files',
    'no owner',
    CATALOG,
    text => text.replace(/ +owner.*\n/, ''),
  ],
  ['catalog-files', 'a contract that is not there', CONTRACT, () => undefined],
  ['catalog-files', 'docs that are not there', 'mkdocs.yml', () => undefined],
  ['links', 'a dead link', 'docs/index.md', () => '# A\n\n[B](b.md)\n'],
  [
    'secrets',
    'a password',
    '.env.example',
    text => text.replace('PASSWORD=', 'PASSWORD=hunter2'),
  ],
  [
    'secrets',
    'a private key',
    'docs/index.md',
    () => '-----BEGIN PRIVATE KEY-----\n',
  ],
  ['images', 'one stage', IMAGE, () => 'FROM node:24.21.0-slim\nUSER node\n'],
  ['images', 'root', IMAGE, text => text.replace('USER node\n', '')],
  [
    'images',
    'a moving base',
    IMAGE,
    text => text.replaceAll('24.21.0-slim', 'latest'),
  ],
  [
    'contracts',
    'an old version',
    CONTRACT,
    text => text.replace('3.1.0', '3.0.3'),
  ],
  [
    'contracts',
    'no failure',
    CONTRACT,
    text => text.replace(', "400": {}', ''),
  ],
  [
    'contracts',
    'an operation without id',
    CONTRACT,
    text => text.replace('"operationId": "listOrders", ', ''),
  ],
  [
    'environments',
    'a value that the chart does not know',
    'deploy/environments/staging/orders.yaml',
    text => `${text}replica: 2\n`,
  ],
  ['decisions', 'no decision', 'docs/adr/0001-first.md', () => undefined],
  [
    'decisions',
    'a decision without a status',
    'docs/adr/0001-first.md',
    text => text.replace('status: accepted\n', ''),
  ],
];

describe('the rules for what a template writes', () => {
  it('accept a sound tree', async () => {
    await expect(checkTree(treeOf(SOUND))).resolves.toEqual([]);
  });

  it.each(FAULTS)('%s finds %s', async (rule, _what, path, spoil) => {
    const findings = await checkTree(
      treeOf({ ...SOUND, [path]: spoil(SOUND[path]) }),
    );
    expect(findings.map(finding => finding.rule)).toContain(rule);
  });

  it('have a fault each', () => {
    const caught = new Set(FAULTS.map(([rule]) => rule));
    expect(treeRules.filter(({ id }) => !caught.has(id))).toEqual([]);
  });
});
