import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a small portal with one example and one repository that is none. */
const SEEDS = `
people:
  user:default/hana: Hana Novak <hana@example.com>
repositories:
  - name: acme/platform
    description: The platform
    owner: group:default/platform
    isExample: true
    directory: ./platform
    history:
      - date: 2026-02-09T09:12:00+01:00
        author: user:default/hana
        message: 'docs: record decisions'
        files: ['docs/**']
        earlier:
          docs/log.md: { cut: [{ from: '- 0002' }] }
      - date: 2026-03-01T10:00:00Z
        author: user:default/hana
        message: 'feat: publish the contract'
        tags: [service/v1.0.0]
  - name: groundwork/portal
    description: The portal
    owner: group:default/portal
    directory: ..
    files: [README.md, docs]
    history:
      - date: 2026-04-01T10:00:00Z
        author: user:default/hana
        message: 'docs: describe the portal'
        tags: [v0.1.0]
`;

const FILES: Record<string, string> = {
  'README.md': '# Portal\n',
  'docs/index.md': '# Docs\n',
  'node_modules/left-out/index.js': '',
  'examples/seeds.yaml': SEEDS,
  'examples/platform/docs/log.md': '- 0001 Record\n- 0002 Ask\n',
  'examples/platform/openapi.yaml': 'openapi: 3.1.0\n',
};

/** A portal on the disk, for tests of its seeds. */
export class SeedDirectory {
  readonly root: string;

  static async create(): Promise<SeedDirectory> {
    const directory = new SeedDirectory(
      await mkdtemp(join(tmpdir(), 'forge-seed-')),
    );
    for (const [path, text] of Object.entries(FILES)) {
      await directory.write(path, text);
    }
    return directory;
  }

  private constructor(root: string) {
    this.root = root;
  }

  /** The file that lists the seeds. */
  get seedsFile(): string {
    return this.pathOf('examples/seeds.yaml');
  }

  pathOf(path: string): string {
    return join(this.root, path);
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(this.pathOf(path)), { recursive: true });
    await writeFile(this.pathOf(path), text);
  }

  /** Replaces a text of the list of seeds. */
  async editSeeds(now: string, then: string): Promise<void> {
    if (!SEEDS.includes(now)) {
      throw new Error(`The seeds have no '${now}'`);
    }
    await this.write('examples/seeds.yaml', SEEDS.replace(now, then));
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}
