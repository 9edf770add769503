import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './lib/fixture.mjs';
import { checkSeeds } from './seeds.mjs';

const ORG = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: kim }
spec:
  profile: { displayName: Kim Park, email: kim@example.com }
  memberOf: [team]
`;
const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: service
  annotations: { backstage.io/template-version: 1.2.0 }
spec: { owner: team, type: service, steps: [{ id: log, action: debug:log }] }
`;
const SEEDS = `
people:
  user:default/kim: Kim Park <kim@example.com>
repositories:
  - name: acme/templates
    owner: group:default/team
    directory: ../templates
    history:
      - { date: 2026-01-01T10:00:00Z, message: one, tags: [service/v1.1.0] }
      - { date: 2026-01-02T10:00:00Z, message: two, tags: [service/v1.2.0] }
`;
const FILES = {
  'catalog/org.yaml': ORG,
  'templates/catalog-info.yaml': TEMPLATE,
  'examples/seeds.yaml': SEEDS,
};

async function messagesAfter(t, from, to) {
  assert.ok(SEEDS.includes(from), `the fixture holds '${from}'`);
  const files = { ...FILES, 'examples/seeds.yaml': SEEDS.replace(from, to) };
  const findings = await checkSeeds(repository(t, files));
  return findings.map(({ message }) => message);
}

test('accepts sound seeds', async t => {
  assert.deepEqual(await checkSeeds(repository(t, FILES)), []);
});

const FAULTS = [
  {
    name: 'reports a person who is no user',
    from: 'user:default/kim',
    to: 'user:default/lee',
    expected: /user:default\/lee is no user of the catalog/,
  },
  {
    name: 'reports a person whom the catalog knows under another address',
    from: 'kim@example.com',
    to: 'kim@example.org',
    expected:
      /'Kim Park <kim@example\.org>' here and 'Kim Park <kim@example\.com>' in the catalog/,
  },
  {
    name: 'reports an owner that does not exist',
    from: 'group:default/team',
    to: 'group:default/gone',
    expected: /the owner 'group:default\/gone' of acme\/templates/,
  },
  {
    name: 'reports a repository that is not in the catalog',
    from: '../templates',
    to: '../layers',
    expected: /acme\/templates has no layers\/catalog-info\.yaml/,
  },
  {
    name: 'reports commits that are not sorted',
    from: '2026-01-02',
    to: '2025-01-02',
    expected:
      /the commit 'two' of acme\/templates is older than the one before/,
  },
  {
    name: 'reports a tag that two commits have',
    from: 'service/v1.1.0',
    to: 'service/v1.2.0',
    expected: /has the tag service\/v1\.2\.0 twice/,
  },
  {
    name: 'reports a version of a template that has no tag',
    from: ', tags: [service/v1.2.0]',
    to: '',
    expected: /acme\/templates has no tag service\/v1\.2\.0/,
  },
];

for (const { name, from, to, expected } of FAULTS) {
  test(name, async t => {
    const messages = await messagesAfter(t, from, to);
    assert.ok(
      messages.some(message => expected.test(message)),
      `no message matches ${expected}:\n${messages.join('\n')}`,
    );
  });
}
