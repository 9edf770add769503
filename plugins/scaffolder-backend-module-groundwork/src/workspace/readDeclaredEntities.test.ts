import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listWorkspaceFiles } from './listWorkspaceFiles';
import {
  readAddedEntities,
  readDeclaredEntities,
} from './readDeclaredEntities';

const component = (name: string) => `kind: Component
metadata:
  name: ${name}
`;

const location = (...targets: string[]) =>
  `kind: Location
metadata: { name: packages }
spec: { targets: ${JSON.stringify(targets)} }
`;

describe('readDeclaredEntities', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'declared-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  const write = async (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    return listWorkspaceFiles(directory);
  };

  it('follows the patterns of a location to the files that the catalog reads', async () => {
    const files = await write({
      'catalog-info.yaml': `${component('shop')}---\n${location(
        './services/*/catalog-info.yaml',
      )}`,
      'services/orders/catalog-info.yaml': component('orders'),
      'services/prices/catalog-info.yaml': component('prices'),
      'services/prices/deeper/catalog-info.yaml': component('unread'),
    });
    expect(await readDeclaredEntities(files)).toEqual([
      'component:default/shop',
      'component:default/orders',
      'component:default/prices',
    ]);
  });

  it('reads a file once, also when locations lead in a circle', async () => {
    const files = await write({
      'catalog-info.yaml': location('./other.yaml'),
      'other.yaml': `${component('orders')}---\n${location(
        './catalog-info.yaml',
        './other.yaml',
      )}`,
    });
    expect(await readDeclaredEntities(files)).toEqual([
      'component:default/orders',
    ]);
  });

  it('finds nothing without a catalog file at the root', async () => {
    const files = await write({
      'services/orders/catalog-info.yaml': component('orders'),
    });
    expect(await readDeclaredEntities(files)).toEqual([]);
    expect(await readAddedEntities(files)).toEqual([
      'component:default/orders',
    ]);
  });

  it('names the file that is no YAML', async () => {
    const files = await write({ 'catalog-info.yaml': 'kind: [' });
    await expect(readDeclaredEntities(files)).rejects.toThrow(
      /^'catalog-info.yaml' is no YAML/,
    );
  });
});
