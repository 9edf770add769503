import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  PLATFORM,
  writeTemplates,
  type TestDirectories,
} from '../testing/writeTemplates';
import { check } from './check';
import { Kit } from './Kit';
import { prove } from './prove';
import { update } from './update';

/** Rules about whole repositories, which the small templates of these tests do not make. */
const ABOUT_REPOSITORIES = new Set(['catalog-files', 'decisions']);

describe('templates that add to a platform', () => {
  let directories: TestDirectories;

  async function write(files: Record<string, string> = {}) {
    directories = await writeTemplates({ ...PLATFORM, ...files });
    await Kit.with(directories, update);
  }

  async function findRules() {
    const { findings } = await Kit.with(directories, check);
    return findings.filter(({ rule }) => !ABOUT_REPOSITORIES.has(rule));
  }

  afterEach(async () => {
    await rm(directories.root, { recursive: true });
  });

  it('read the files of the platform', async () => {
    await write();

    await expect(
      readFile(
        join(
          directories.examples,
          'golden/addition/minimal/services/orders/versions.txt',
        ),
        'utf8',
      ),
    ).resolves.toBe('one\n');
    await expect(findRules()).resolves.toEqual([]);
  });

  it('are found to write where others do', async () => {
    await write({
      'templates/addition.yaml': PLATFORM['templates/addition.yaml'].replaceAll(
        /targetPath: \.\/services\/[^/\n]+/g,
        'targetPath: .',
      ),
    });

    await expect(findRules()).resolves.toContainEqual({
      rule: 'addition-elsewhere',
      place: 'addition/minimal: notes.md',
      message: expect.stringContaining("is not a place of 'orders'"),
    });
  });

  it('are found to leave a layer behind', async () => {
    await write({ 'templates/layers/old/a.md': '# A\n' });

    await expect(findRules()).resolves.toContainEqual(
      expect.objectContaining({ rule: 'layer-unused', place: 'layers/old' }),
    );
  });

  it('make a repository together, in which people change what is theirs alone', async () => {
    await write();
    const shop = join(directories.examples, 'shop');
    await writeFile(join(shop, 'README.md'), '# Ours\n');
    await writeFile(join(shop, 'versions.txt'), 'two\n');

    await expect(findRules()).resolves.toEqual([
      {
        rule: 'golden',
        place: 'examples/shop: versions.txt',
        message: 'differs from the recorded one in line 1',
      },
    ]);

    await Kit.with(directories, update);
    await expect(findRules()).resolves.toEqual([]);
    await expect(readFile(join(shop, 'README.md'), 'utf8')).resolves.toBe(
      '# Ours\n',
    );
  });

  it('are proven on top of the main branch of the platform', async () => {
    await write({
      'templates/skeletons/platform/Makefile':
        'check:\n\ttest $(SERVICE) = orders\n\tgit diff --stat origin/main HEAD | grep services/orders\n\tgit show origin/main:versions.txt\n',
    });

    const proofs = await Kit.with(directories, kit =>
      prove(kit, { env: process.env, only: 'addition/minimal' }),
    );

    expect(proofs).toEqual([
      expect.objectContaining({
        name: 'addition/minimal',
        status: 'passed',
      }),
    ]);
  });
});
