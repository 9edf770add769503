import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { runGit } from '@groundwork/plugin-forge-node';
import { ForgeBackend } from './__testUtils__/ForgeBackend';

jest.setTimeout(60_000);

const OPENAPI = 'openapi: 3.1.0\ninfo: { title: Orders, version: ';

function component(name: string, description: string): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, description: ${description} }
spec: { type: service, lifecycle: production, owner: payments }
`;
}

function api(name: string, definition: string): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: ${name} }
spec:
  type: openapi
  lifecycle: production
  owner: payments
  definition: { $text: ${definition} }
`;
}

function template(name: string): string {
  return `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: ${name} }
spec:
  owner: payments
  type: service
  steps: [{ id: greet, action: 'debug:log', input: { message: Hello } }]
`;
}

function user(name: string): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ${name} }
spec: { memberOf: [admins] }
`;
}

const describedAs = (description: string) => (entity: Entity) =>
  entity.metadata.description === description;

const definesVersion = (version: string) => (entity: Entity) =>
  String(entity.spec?.definition).includes(version);

describe('the catalog of forge repositories', () => {
  let portal: ForgeBackend;

  beforeAll(async () => {
    portal = await ForgeBackend.start();
  });

  afterAll(() => portal.remove());

  it('has the entities of a new repository, with its source and editor', async () => {
    await portal.create('acme/new', {
      'catalog-info.yaml': component('new', 'First'),
    });

    const { metadata } = await portal.waitForEntity('component:new');

    const address = 'https://forge.groundwork.internal/acme/new/-';
    expect(metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `url:${address}/blob/main/catalog-info.yaml`,
      'backstage.io/source-location': `url:${address}/blob/main/`,
      'backstage.io/edit-url': `${address}/edit/main/catalog-info.yaml`,
    });
  });

  it('follows a push', async () => {
    await portal.create('acme/moving', {
      'catalog-info.yaml': component('moving', 'Before'),
    });
    await portal.waitForEntity('component:moving', describedAs('Before'));

    await portal.push('acme/moving', {
      'catalog-info.yaml': component('moving', 'After'),
    });

    await expect(
      portal.waitForEntity('component:moving', describedAs('After')),
    ).resolves.toBeDefined();
  });

  it('follows a push to a definition alone, at the root and below another Location', async () => {
    await portal.create('acme/apis', {
      'catalog-info.yaml': `${api('root', './openapi.yaml')}---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: apis }
spec: { targets: ['./services/*/catalog-info.yaml'] }
`,
      'openapi.yaml': `${OPENAPI} 1.0.0 }`,
      'services/a/catalog-info.yaml': api('nested', './open api+.yaml'),
      'services/a/open api+.yaml': `${OPENAPI} 1.0.0 }`,
    });
    await portal.waitForEntity('api:root', definesVersion('1.0.0'));
    await portal.waitForEntity('api:nested', definesVersion('1.0.0'));

    await portal.push('acme/apis', {
      'openapi.yaml': `${OPENAPI} 2.0.0 }`,
      'services/a/open api+.yaml': `${OPENAPI} 3.0.0 }`,
    });

    await expect(
      portal.waitForEntity('api:root', definesVersion('2.0.0')),
    ).resolves.toBeDefined();
    await expect(
      portal.waitForEntity('api:nested', definesVersion('3.0.0')),
    ).resolves.toBeDefined();
  });

  it('reads a file that was broken from the start once it is mended', async () => {
    await portal.create('acme/broken', { 'catalog-info.yaml': 'kind: [' });
    await portal.waitForLog(/acme\/broken/);

    await portal.push('acme/broken', {
      'catalog-info.yaml': component('broken', 'Mended'),
    });

    await expect(
      portal.waitForEntity('component:broken'),
    ).resolves.toBeDefined();
  });

  it('keeps what a file said before it broke, and says on the Location why', async () => {
    await portal.create('acme/good', {
      'catalog-info.yaml': component('good', 'Good'),
    });
    const { metadata } = await portal.waitForEntity('component:good');

    await portal.push('acme/good', { 'catalog-info.yaml': 'kind: [' });

    const location = await portal.waitForLocation('acme/good', hasError);
    expect(JSON.stringify(location)).toContain('catalog-info.yaml');
    await expect(portal.find('component:good')).resolves.toMatchObject({
      metadata: { uid: metadata.uid, description: 'Good' },
    });
  });

  it('forgets at once what a deleted file and a removed repository described', async () => {
    const files = (name: string) => ({
      'README.md': '# Soon gone',
      'catalog-info.yaml': component(name, 'Soon gone'),
    });
    await portal.create('acme/deleted', files('deleted'));
    await portal.create('acme/removed', files('removed'));
    await portal.waitForEntity('component:deleted');
    await portal.waitForEntity('component:removed');

    await portal.push('acme/deleted', { 'catalog-info.yaml': undefined });
    await portal.removeRepository('acme/removed');

    await expect(
      portal.waitForAbsence('component:deleted'),
    ).resolves.toBeUndefined();
    await expect(
      portal.waitForAbsence('component:removed'),
    ).resolves.toBeUndefined();
  });

  it('forgets an entity that its file no longer has', async () => {
    await portal.create('acme/shrinking', {
      'catalog-info.yaml': `${component('kept', 'Stays')}---${component(
        'dropped',
        'Goes',
      )}`,
    });
    await portal.waitForEntity('component:dropped');

    await portal.push('acme/shrinking', {
      'catalog-info.yaml': component('kept', 'Stays'),
    });

    await portal.waitForAbsence('component:dropped');
    await expect(portal.find('component:kept')).resolves.toBeDefined();
  });

  it('refuses what a repository may not bring, and takes what stands beside it', async () => {
    await portal.create('acme/hostile', {
      'catalog-info.yaml': [
        template('takeover'),
        user('intruder'),
        component('harmless', 'Harmless'),
      ].join('---'),
    });

    await portal.waitForEntity('component:harmless');
    await portal.waitForLog(/Template 'takeover' comes from repository acme/);
    await portal.waitForLog(/User 'intruder' comes from repository acme/);
    await expect(portal.find('template:takeover')).resolves.toBeUndefined();
    await expect(portal.find('user:intruder')).resolves.toBeUndefined();
  });

  it("takes the templates of the portal's own namespace", async () => {
    await portal.create('groundwork/templates', {
      'catalog-info.yaml': template('golden'),
    });

    await expect(
      portal.waitForEntity('template:golden'),
    ).resolves.toBeDefined();
  });

  it('marks the entities of an example repository, and no other', async () => {
    const claims = (name: string) =>
      component(name, 'Words').replace(
        'metadata: {',
        "metadata: { annotations: { groundwork.io/example: 'true' },",
      );
    await portal.create(
      'acme/sample',
      { 'catalog-info.yaml': component('sample', 'Words') },
      { isExample: true },
    );
    await portal.create('acme/claimed', {
      'catalog-info.yaml': claims('claimed'),
    });

    const { metadata: sample } = await portal.waitForEntity('component:sample');
    const { metadata: claimed } = await portal.waitForEntity(
      'component:claimed',
    );
    expect(sample.annotations).toMatchObject({
      'groundwork.io/example': 'true',
    });
    expect(sample.tags).toEqual(['example']);
    expect(claimed.annotations).not.toHaveProperty('groundwork.io/example');
    expect(claimed.tags).toBeUndefined();
  });
});

describe('the catalog after a restart', () => {
  it('has the same entities on another port, and what was pushed meanwhile', async () => {
    const first = await ForgeBackend.start();
    const files = (version: string) => ({
      'catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: deep }
spec: { targets: [./deep/api.yaml] }
`,
      'deep/api.yaml': api('deep', './openapi.yaml'),
      'deep/openapi.yaml': `${OPENAPI} ${version} }`,
    });
    await first.create('acme/deep', files('1.0.0'));
    await first.create('acme/gone', {
      'catalog-info.yaml': component('gone', 'Goes while nobody looks'),
    });
    const before = await first.waitForEntity('api:deep');
    await first.waitForEntity('component:gone');
    const { port } = first;
    await first.stop();

    await pushBehindTheBack(first, 'acme/deep', {
      'deep/openapi.yaml': `${OPENAPI} 2.0.0 }`,
    });
    await rm(path.join(first.directory, 'git/acme/gone.git'), {
      recursive: true,
    });
    const second = await ForgeBackend.start({ directory: first.directory });

    const after = await second.waitForEntity(
      'api:deep',
      definesVersion('2.0.0'),
    );
    await second.waitForAbsence('component:gone');
    expect(second.port).not.toBe(port);
    expect(after.metadata.uid).toBe(before.metadata.uid);
    await second.remove();
  });
});

/** Pushes with `git` to the directory of a repository, while no portal runs. */
async function pushBehindTheBack(
  { directory }: ForgeBackend,
  repository: string,
  files: Record<string, string>,
): Promise<void> {
  const clone = await mkdtemp(path.join(directory, 'clone-'));
  const git = (...args: string[]) => runGit(args, { cwd: clone });
  await git('clone', '-q', path.join(directory, `git/${repository}.git`), '.');
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(clone, name), content);
  }
  const identity = [
    '-c',
    'user.name=Dana',
    '-c',
    'user.email=dana@example.com',
  ];
  await git(...identity, 'commit', '-q', '-a', '-m', 'Change');
  await git('push', '-q', 'origin', 'HEAD');
}

function hasError({ status }: Entity & { status?: { items?: unknown[] } }) {
  return Boolean(status?.items?.length);
}
