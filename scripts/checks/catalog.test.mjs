import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCatalog } from './catalog.mjs';
import { repository } from './lib/fixture.mjs';

const LOCATION = `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: acme }
spec: { targets: [./org.yaml, ../catalog-info.yaml] }
`;
const ORG = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: viewers }
spec: { type: role, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: kim }
spec: { memberOf: [team, viewers] }
`;
const SYSTEM = `
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: portal
  annotations: { backstage.io/techdocs-ref: 'dir:.' }
spec: { owner: team }
`;
const API = `
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: pets }
spec:
  type: openapi
  lifecycle: production
  owner: team
  definition: |
    openapi: 3.1.0
    info: { title: Pets, version: 1.0.0 }
    paths:
      /pets:
        get: { operationId: listPets, responses: { '200': { description: ok } } }
`;
const CONFIG = `
auth:
  providers:
    persona:
      personas:
        viewer: { title: Viewer, userEntityRef: user:default/kim }
permission:
  policy:
    roles:
      viewer: [group:default/viewers]
`;
const FILES = {
  'catalog/all.yaml': LOCATION,
  'catalog/org.yaml': ORG,
  'catalog-info.yaml': `${SYSTEM}---${API}`,
  'mkdocs.yml': 'site_name: Portal',
  'app-config.yaml': CONFIG,
};

/** Replaces one text in one file of the sound repository and returns the messages. */
async function messagesAfter(t, { file, from, to }) {
  assert.ok(FILES[file].includes(from), `the fixture holds '${from}'`);
  const files = { ...FILES, [file]: FILES[file].replace(from, to) };
  const findings = await checkCatalog(repository(t, files));
  return findings.map(finding => `${finding.file}: ${finding.message}`);
}

test('accepts a sound catalog', async t => {
  assert.deepEqual(await checkCatalog(repository(t, FILES)), []);
});

const FAULTS = [
  {
    name: 'reports text that is not YAML',
    file: 'catalog/org.yaml',
    from: 'metadata: { name: team }',
    to: 'metadata: { name: [team }',
    expected: /^catalog\/org\.yaml: is not YAML/,
  },
  {
    name: 'reports an entity without a field that its kind needs',
    file: 'catalog-info.yaml',
    from: 'lifecycle: production',
    to: 'tier: one',
    expected: /lifecycle/,
  },
  {
    name: 'reports an unknown kind',
    file: 'catalog-info.yaml',
    from: 'kind: System',
    to: 'kind: Sistem',
    expected: /kind 'Sistem'/,
  },
  {
    name: 'reports an owner that does not exist',
    file: 'catalog-info.yaml',
    from: 'owner: team',
    to: 'owner: nobody',
    expected: /owner names 'group:default\/nobody'/,
  },
  {
    name: 'reports a reference without a kind where any kind may stand',
    file: 'catalog-info.yaml',
    from: 'spec: { owner: team }',
    to: 'spec: { owner: team, dependsOn: [pets] }',
    expected: /dependsOn: .*missing.*kind/i,
  },
  {
    name: 'reports a name that two files use',
    file: 'catalog/org.yaml',
    from: 'name: viewers',
    to: 'name: team',
    expected: /group:default\/team is also in catalog\/org\.yaml:2/,
  },
  {
    name: 'reports a target that does not exist',
    file: 'catalog/all.yaml',
    from: './org.yaml,',
    to: './org.yaml, ./gone.yaml,',
    expected: /target 'catalog\/gone\.yaml' does not exist/,
  },
  {
    name: 'reports a file that no location lists',
    file: 'catalog/all.yaml',
    from: './org.yaml, ',
    to: '',
    expected: /^catalog\/org\.yaml: is in no Location/,
  },
  {
    name: 'reports docs without a site',
    file: 'catalog-info.yaml',
    from: 'dir:.',
    to: 'dir:./elsewhere',
    expected: /expects elsewhere\/mkdocs\.yml/,
  },
  {
    name: 'reports shared docs of an entity that has none',
    file: 'catalog-info.yaml',
    from: "backstage.io/techdocs-ref: 'dir:.'",
    to: "backstage.io/techdocs-entity: 'api:default/pets'",
    expected: /names 'api:default\/pets', which has no docs/,
  },
  {
    name: 'reports a definition in another file, which a file location cannot read',
    file: 'catalog-info.yaml',
    from: 'owner: team\n  definition: |',
    to: 'owner: team\n  definition: { $text: ./pets.yaml }\n  note: |',
    expected: /\$text/,
  },
  {
    name: 'reports a pointer of an OpenAPI document that names nothing',
    file: 'catalog-info.yaml',
    from: "'200': { description: ok }",
    to: "'200': { $ref: '#/components/responses/Pets' }",
    expected: /\$ref '#\/components\/responses\/Pets' names nothing/,
  },
  {
    name: 'reports a user without a role',
    file: 'catalog/org.yaml',
    from: '[team, viewers]',
    to: '[team]',
    expected: /user:default\/kim: is in 0 groups of type 'role'/,
  },
  {
    name: 'reports a persona that is no user of the catalog',
    file: 'app-config.yaml',
    from: 'default/kim',
    to: 'default/lee',
    expected: /personas\.viewer names 'user:default\/lee'/,
  },
  {
    name: 'reports a role of a group that is not in the catalog',
    file: 'app-config.yaml',
    from: 'default/viewers',
    to: 'default/readers',
    expected: /roles\.viewer names 'group:default\/readers'/,
  },
];

for (const { name, expected, ...change } of FAULTS) {
  test(name, async t => {
    const messages = await messagesAfter(t, change);
    assert.ok(
      messages.some(message => expected.test(message)),
      `no message matches ${expected}:\n${messages.join('\n')}`,
    );
  });
}
