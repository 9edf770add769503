import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createLockAction } from './lockAction';

const TEMPLATE = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
    zod:
      specifier: 4.6.5
      version: 4.6.5

importers:

  services/service:
    dependencies:
      zod:
        specifier: 'catalog:'
        version: 4.6.5

packages:

  zod@4.6.5:
    resolution: {integrity: sha512-zod}

snapshots:

  zod@4.6.5: {}
`;

describe('pnpm:lock', () => {
  let workspacePath: string;

  const put = async (path: string, content: string) => {
    await mkdir(dirname(join(workspacePath, path)), { recursive: true });
    await writeFile(join(workspacePath, path), content);
  };

  beforeEach(async () => {
    workspacePath = await mkdtemp(join(tmpdir(), 'lock-'));
    await put('template-pnpm-lock.yaml', TEMPLATE);
    await put('pnpm-workspace.yaml', 'catalog:\n  zod: 4.6.5\n');
    await put(
      'services/orders/package.json',
      JSON.stringify({ name: 'orders', dependencies: { zod: 'catalog:' } }),
    );
  });

  afterEach(() => rm(workspacePath, { recursive: true }));

  const read = (path: string) => readFile(join(workspacePath, path), 'utf8');
  // The parts of a task that the action asks for.
  const lock = async (path = 'services/orders', isDryRun = false) => {
    const outputs = new Map<string, unknown>();
    const action = createLockAction();
    type Context = Parameters<typeof action.handler>[0];
    await action.handler({
      workspacePath,
      isDryRun,
      logger: mockServices.logger.mock(),
      output: (name: string, value: unknown) => outputs.set(name, value),
      input: {
        template: 'template-pnpm-lock.yaml',
        packages: [{ path, like: 'services/service' }],
      },
    } as unknown as Context);
    return outputs;
  };

  it('writes the lockfile of a new repository, and drops the one of the template', async () => {
    await lock();

    expect(await read('pnpm-lock.yaml')).toBe(
      TEMPLATE.replace('services/service', 'services/orders'),
    );
    await expect(read('template-pnpm-lock.yaml')).rejects.toThrow('ENOENT');
  });

  it('adds to the lockfile that is there', async () => {
    await put(
      'pnpm-lock.yaml',
      TEMPLATE.replace('services/service', 'libs/common'),
    );

    await lock();

    const lines = (await read('pnpm-lock.yaml')).split('\n');
    expect(lines).toContain('  libs/common:');
    expect(lines).toContain('  services/orders:');
  });

  it('says in a plan why a package cannot join, where a task would stop', async () => {
    await put('pnpm-workspace.yaml', 'catalog: {}\n');

    const outputs = await lock('services/orders', true);
    expect(outputs.get('plan')).toEqual({
      effects: [],
      problems: [expect.stringMatching(/^The platform pins no version of zod/)],
    });
    await put('template-pnpm-lock.yaml', TEMPLATE);
    await expect(lock()).rejects.toThrow(/pins no version of zod/);
  });

  it('never leaves the workspace', async () => {
    await expect(lock('../elsewhere')).rejects.toThrow(/outside/);
  });
});
