import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCatalog } from './catalog.mjs';
import { repository } from './lib/fixture.mjs';

const LOCATION = `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: acme }
spec: { targets: [./org.yaml] }
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
  definition: { $text: ./apis/pets.yaml }
`;
const OPENAPI = `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get: { operationId: listPets, responses: { '200': { description: ok } } }
`;
const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: service }
spec: { owner: team, type: service, steps: [{ id: log, action: debug:log }] }
`;
const TEMPLATES = `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: templates }
spec: { targets: [./service.yaml] }
`;
const EXAMPLE = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  annotations: { backstage.io/source-template: template:default/service }
spec: { type: service, lifecycle: production, owner: team, consumesApis: [pets] }
`;
const SEEDS = `
people: {}
repositories:
  - { name: acme/portal, directory: .., files: [catalog-info.yaml, mkdocs.yml, apis], history: [] }
  - { name: acme/templates, directory: ../templates, history: [] }
  - { name: acme/shop, directory: ./shop, isExample: true, history: [] }
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
  'apis/pets.yaml': OPENAPI,
  'mkdocs.yml': 'site_name: Portal',
  'private/pets.yaml': OPENAPI,
  'templates/catalog-info.yaml': TEMPLATES,
  'templates/service.yaml': TEMPLATE,
  'examples/seeds.yaml': SEEDS,
  'examples/shop/catalog-info.yaml': EXAMPLE,
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

test('accepts files that a glob of a location lists', async t => {
  const messages = await messagesAfter(t, {
    file: 'catalog/all.yaml',
    from: './org.yaml',
    to: './*.yaml',
  });
  assert.deepEqual(messages, []);
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
    from: './org.yaml',
    to: './org.yaml, ./gone.yaml',
    expected: /target 'catalog\/gone\.yaml' does not exist/,
  },
  {
    name: 'reports a target with a glob that matches nothing',
    file: 'catalog/all.yaml',
    from: './org.yaml',
    to: './org.yaml, ./teams/*/org.yaml',
    expected: /target 'catalog\/teams\/\*\/org\.yaml' matches no catalog file/,
  },
  {
    name: 'reports a file that no location lists',
    file: 'catalog/all.yaml',
    from: './org.yaml',
    to: '',
    expected: /^catalog\/org\.yaml: is in no Location/,
  },
  {
    name: 'reports a template that its repository does not list',
    file: 'templates/catalog-info.yaml',
    from: './service.yaml',
    to: '',
    expected: /^templates\/service\.yaml: is in no Location/,
  },
  {
    name: 'reports a catalog file of a repository that is not seeded',
    file: 'examples/seeds.yaml',
    from: './shop',
    to: './store',
    expected: /^examples\/shop\/catalog-info\.yaml: is in no Location/,
  },
  {
    name: 'reports a template without what its kind needs',
    file: 'templates/service.yaml',
    from: 'type: service, ',
    to: '',
    expected: /^templates\/service\.yaml: .*type/,
  },
  {
    name: 'reports a template that does not exist',
    file: 'examples/shop/catalog-info.yaml',
    from: 'template:default/service',
    to: 'template:default/gone',
    expected: /source-template names 'template:default\/gone'/,
  },
  {
    name: 'reports an entity that depends on an example without being one',
    file: 'catalog-info.yaml',
    from: 'spec: { owner: team }',
    to: "spec: { owner: team, dependsOn: ['component:shop'] }",
    expected:
      /'component:default\/shop', which is an example and may be turned off/,
  },
  {
    name: 'reports docs without a site',
    file: 'catalog-info.yaml',
    from: 'dir:.',
    to: 'dir:./elsewhere',
    expected: /the file 'elsewhere\/mkdocs\.yml' does not exist/,
  },
  {
    name: 'reports shared docs of an entity that has none',
    file: 'catalog-info.yaml',
    from: "backstage.io/techdocs-ref: 'dir:.'",
    to: "backstage.io/techdocs-entity: 'api:default/pets'",
    expected: /names 'api:default\/pets', which has no docs/,
  },
  {
    name: 'reports a placeholder where the catalog reads from disk',
    file: 'catalog/org.yaml',
    from: 'spec: { type: team, children: [] }',
    to: 'spec: { type: team, children: [], profile: { $yaml: ./team.yaml } }',
    expected: /^catalog\/org\.yaml: '\$yaml' is not read from a file location/,
  },
  {
    name: 'reports a definition that does not exist',
    file: 'catalog-info.yaml',
    from: './apis/pets.yaml',
    to: './apis/gone.yaml',
    expected: /\$text 'apis\/gone\.yaml' does not exist/,
  },
  {
    name: 'reports a definition that is not in the repository',
    file: 'catalog-info.yaml',
    from: './apis/pets.yaml',
    to: './private/pets.yaml',
    expected: /\$text 'private\/pets\.yaml' is not in acme\/portal/,
  },
  {
    name: 'reports a pointer of an OpenAPI document that names nothing',
    file: 'apis/pets.yaml',
    from: "'200': { description: ok }",
    to: "'200': { $ref: '#/components/responses/Pets' }",
    expected: /\$ref '#\/components\/responses\/Pets' names nothing/,
  },
  {
    name: 'reports an OpenAPI document that the specification does not allow',
    file: 'apis/pets.yaml',
    from: 'description: ok',
    to: 'descriptoin: ok',
    expected: /is not valid OpenAPI/,
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
