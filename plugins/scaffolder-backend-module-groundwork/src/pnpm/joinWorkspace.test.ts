import { joinWorkspace, type Newcomer } from './joinWorkspace';
import { Lockfile } from './Lockfile';

/** A lockfile of one package, which depends on what it is given. */
function lockfileOf(options: {
  path: string;
  catalog: Record<string, string>;
  dependencies: Record<string, string>;
  snapshots: Record<string, string[]>;
}): string {
  const indent = (lines: string[], depth: number) =>
    lines.map(line => `${' '.repeat(depth)}${line}`).join('\n');
  return `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
${indent(
  Object.entries(options.catalog).flatMap(([name, version]) => [
    `${name}:`,
    `  specifier: ${version}`,
    `  version: ${version}`,
  ]),
  4,
)}

importers:

  ${options.path}:
    dependencies:
${indent(
  Object.entries(options.dependencies).flatMap(([name, version]) => [
    `${name}:`,
    `  specifier: ${
      version.startsWith('link:') ? 'workspace:*' : "'catalog:'"
    }`,
    `  version: ${version}`,
  ]),
  6,
)}

packages:

${Object.keys(options.snapshots)
  .map(key => key.split('(')[0])
  .map(key => `  ${key}:\n    resolution: {integrity: sha512-${key}}\n`)
  .join('\n')}
snapshots:

${Object.entries(options.snapshots)
  .map(([key, needs]) =>
    needs.length === 0
      ? `  ${key}:\n    optional: true\n`
      : `  ${key}:\n    dependencies:\n${indent(needs, 6)}\n`,
  )
  .join('\n')}`;
}

const template = () =>
  Lockfile.parse(
    lockfileOf({
      path: 'services/service',
      catalog: { nest: '2.0.0', prisma: '7.0.0' },
      dependencies: {
        '"@platform/common"': 'link:../../libs/common',
        nest: '2.0.0',
        prisma: '7.0.0(nest@2.0.0)',
      },
      snapshots: {
        'nest@2.0.0': [],
        'prisma@7.0.0(nest@2.0.0)': ['engine: 1.0.0'],
        'engine@1.0.0': ['wasm: 1.1.0'],
        'wasm@1.1.0': [],
      },
    }),
    'The lockfile of the template',
  );

const platform = (nest: string) =>
  Lockfile.parse(
    lockfileOf({
      path: 'libs/common',
      catalog: { nest },
      dependencies: { nest },
      snapshots: { [`nest@${nest}`]: [] },
    }),
    'pnpm-lock.yaml',
  );

const newcomer = (dependencies: Record<string, string>): Newcomer => ({
  path: 'services/orders',
  like: 'services/service',
  manifest: { dependencies },
});

describe('joining a workspace', () => {
  it('adds what is new to it with everything that it needs, and nothing else', () => {
    const lockfile = platform('2.0.0');

    joinWorkspace(
      { lockfile, catalog: { nest: '2.0.0', prisma: '7.0.0' } },
      template(),
      newcomer({
        prisma: 'catalog:',
        nest: 'catalog:',
        '@platform/common': 'workspace:*',
      }),
    );

    const added = lockfile.toString();
    for (const line of platform('2.0.0').toString().split('\n')) {
      expect(added).toContain(line);
    }
    expect(added).toContain(`
  services/orders:
    dependencies:
      '@platform/common':
        specifier: workspace:*
        version: link:../../libs/common
      nest:
        specifier: 'catalog:'
        version: 2.0.0
      prisma:
        specifier: 'catalog:'
        version: 7.0.0(nest@2.0.0)
`);
    expect(added).toContain('  wasm@1.1.0:\n    resolution:');
    expect(added).toMatch(/engine@1\.0\.0:[^]*nest@2\.0\.0:[^]*prisma@7/);
  });

  it('takes what the workspace has at the version that it has', () => {
    const lockfile = platform('2.5.0');

    joinWorkspace(
      { lockfile, catalog: { nest: '2.5.0' } },
      template(),
      newcomer({ nest: 'catalog:' }),
    );

    expect(
      lockfile.importerResolution('services/orders', 'dependencies', 'nest'),
    ).toEqual({ specifier: 'catalog:', version: '2.5.0' });
  });

  it('can be done twice', () => {
    const lockfile = platform('2.0.0');
    const join = () =>
      joinWorkspace(
        { lockfile, catalog: { nest: '2.0.0', prisma: '7.0.0' } },
        template(),
        newcomer({ prisma: 'catalog:' }),
      );
    join();
    const once = lockfile.toString();

    join();

    expect(lockfile.toString()).toBe(once);
  });

  it.each([
    [
      'a version that the workspace does not pin',
      '2.0.0',
      { nest: '2.0.0' },
      "The platform pins no version of prisma: add 'prisma: 7.0.0' to the catalog of its pnpm-workspace.yaml",
    ],
    [
      'a version that the template does not know',
      '2.0.0',
      { nest: '2.0.0', prisma: '7.1.0' },
      'The platform pins prisma 7.1.0 and installs it nowhere yet, and the template knows 7.0.0 only',
    ],
    [
      'something that is built on another version of what the workspace has',
      '2.5.0',
      { nest: '2.5.0', prisma: '7.0.0' },
      'The template knows prisma with nest 2.0.0 only, and the platform has nest 2.5.0',
    ],
  ])('refuses %s', (_, nest, catalog, message) => {
    const join = () =>
      joinWorkspace(
        { lockfile: platform(nest), catalog },
        template(),
        newcomer({ prisma: 'catalog:' }),
      );

    expect(join).toThrow(message);
  });

  it('refuses what neither knows', () => {
    const join = () =>
      joinWorkspace(
        { lockfile: platform('2.0.0'), catalog: {} },
        template(),
        newcomer({ left: 'catalog:' }),
      );

    expect(join).toThrow(
      'The lockfile of the template does not know left as catalog:',
    );
  });
});

describe('a lockfile', () => {
  it('keeps its text when nothing changes', () => {
    const text = platform('2.0.0').toString();

    expect(Lockfile.parse(text, 'pnpm-lock.yaml').toString()).toBe(text);
  });

  it('begins empty with the settings of another one', () => {
    const lockfile = Lockfile.emptyLike(template());
    joinWorkspace(
      { lockfile, catalog: { nest: '2.0.0' } },
      template(),
      newcomer({ nest: 'catalog:' }),
    );

    expect(lockfile.toString()).toContain('autoInstallPeers: true');
    expect(lockfile.toString()).not.toMatch(/services\/service|prisma| \n/);
  });

  it.each([
    ["lockfileVersion: '6.0'", 'pnpm-lock.yaml has the version 6.0, not 9.0'],
    ['{', 'pnpm-lock.yaml is no YAML'],
  ])('is refused when it is %s', (text, message) => {
    expect(() => Lockfile.parse(text, 'pnpm-lock.yaml')).toThrow(message);
  });
});
