import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { History } from '../embedded/creation/History';
import { createSeedHistory } from './createSeedHistory';
import type { SeedFile } from './readSeedFiles';
import { Seeds } from './Seeds';
import type { RepositorySeed } from './seedsSchema';

const FILE = resolve(__dirname, '../../../../examples/seeds.yaml');

interface Planted {
  seed: RepositorySeed;
  files: ReadonlyMap<string, SeedFile>;
  history: History;
}

/** The text of every file after a commit. */
function readCommit({ commits }: History, last: number): Map<string, string> {
  const edits = commits
    .slice(0, last + 1)
    .flatMap(commit => commit.edits ?? []);
  return new Map(edits.map(({ path, content }) => [path, String(content)]));
}

describe('the seeds that come with the portal', () => {
  let planted: Planted[];

  beforeAll(async () => {
    const seeds = await Seeds.read(FILE);
    planted = await Promise.all(
      seeds.repositories.map(async seed => {
        const files = await seeds.readFiles(seed);
        const { people } = seeds;
        return {
          seed,
          files,
          history: createSeedHistory(seed, { people, files }),
        };
      }),
    );
  });

  it('end with the files as they are', () => {
    for (const { files, history } of planted) {
      const texts = [...files].map(([path, { content }]): [string, string] => [
        path,
        String(content),
      ]);

      expect(readCommit(history, history.commits.length - 1)).toEqual(
        new Map(texts),
      );
    }
  });

  it('have a version tag in every repository', () => {
    expect(
      planted
        .filter(({ history }) => !history.tags?.length)
        .map(({ seed }) => seed.name),
    ).toEqual([]);
  });

  it('have the contract of a version at its tag', () => {
    const versions = planted.flatMap(({ history }) =>
      (history.tags ?? []).flatMap(({ name, commitIndex }) => {
        const [service, version] = name.split('/v');
        const path = `services/${service}/openapi.yaml`;
        const contract = readCommit(history, commitIndex).get(path);
        return contract
          ? [{ name, version, found: parse(contract).info.version }]
          : [];
      }),
    );

    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(({ version, found }) => version !== found)).toEqual(
      [],
    );
  });

  it('say which of them are examples', () => {
    expect(
      planted.filter(({ seed }) => seed.isExample).map(({ seed }) => seed.name),
    ).toEqual(['acme/order-service', 'acme/platform']);
  });
});
