import { mockServices } from '@backstage/backend-test-utils';
import { Seeds } from './Seeds';
import { SeedDirectory } from './testing/seedDirectory';

describe('Seeds', () => {
  let directory: SeedDirectory;

  beforeEach(async () => {
    directory = await SeedDirectory.create();
  });

  afterEach(() => directory.remove());

  function read(seeds: string | undefined) {
    const data = { forge: { embedded: seeds ? { seeds } : {} } };
    return Seeds.fromConfig(mockServices.rootConfig({ data }));
  }

  it('reads the files of a repository relative to the list of seeds, with what comes on top', async () => {
    await directory.write('examples/portal/README.md', '# Ours');
    await directory.editSeeds(
      'files: [README.md, docs]',
      'files: [README.md, docs]\n    overlay: ./portal',
    );
    const seeds = await read(directory.seedsFile);
    const files = await Promise.all(
      (seeds?.repositories ?? []).map(seed => seeds?.readFiles(seed)),
    );

    expect(files.map(each => [...(each?.keys() ?? [])])).toEqual([
      ['docs/log.md', 'openapi.yaml'],
      ['README.md', 'docs/index.md'],
    ]);
    expect(files[1]?.get('README.md')?.content.toString()).toBe('# Ours');
  });

  it('is absent where no list is configured', async () => {
    await expect(read(undefined)).resolves.toBeUndefined();
  });

  it('names the file, the key and the remedy when there is no such file', async () => {
    await expect(read(directory.pathOf('gone.yaml'))).rejects.toThrow(
      /no file .*gone\.yaml, which forge\.embedded\.seeds names.*Correct the path, or set the key to null/,
    );
  });

  it.each([
    ['no YAML', 'people:', 'people: [', /seeds\.yaml is not YAML/],
    [
      'an unknown key',
      'description: The portal',
      'descripton: The portal',
      /Unrecognized key: "descripton"/,
    ],
    [
      'a name without a namespace',
      'acme/platform',
      'platform',
      /namespace\/name/,
    ],
    [
      'a date that is none',
      '2026-03-01T10:00:00Z',
      'last Sunday',
      /Invalid ISO datetime/,
    ],
    [
      'a person without an address',
      'Hana Novak <hana@example.com>',
      'Hana Novak',
      /must be Name <address>/,
    ],
    [
      'a commit by a stranger',
      'author: user:default/hana',
      'author: user:default/ines',
      /a commit of acme\/platform is by 'user:default\/ines'/,
    ],
    [
      'a first commit without files',
      "files: ['docs/**']",
      'tags: [v0.1.0]',
      /must name the files of each commit but the last/,
    ],
    [
      'a last commit with files',
      'tags: [service/v1.0.0]',
      'files: [openapi.yaml]',
      /must name the files of each commit but the last/,
    ],
  ])('refuses %s', async (_, now, then, message) => {
    await directory.editSeeds(now, then);

    await expect(read(directory.seedsFile)).rejects.toThrow(message);
  });
});
