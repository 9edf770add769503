import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ServiceUnavailableError } from '@backstage/errors';
import { extract, pack, type Header, type Pack } from 'tar-stream';
import { leadsOut } from '../../embedded/symbolicLinks';
import type { RepositoryApi } from '../api/RepositoryApi';
import type { GithubEntry } from './GithubTrees';

/** A line that is silent for so long is dead. */
const IDLE_MS = 30_000;

/**
 * Streams a directory as a tar archive, with one request.
 *
 * @remarks
 * GitHub's archive has the whole repository below a directory of its own making, and obeys `export-ignore` of
 * `.gitattributes`. Links that lead out of the directory are left out.
 */
export async function readTarball(
  api: RepositoryApi,
  source: { commit: string; path: string; entries: GithubEntry[] },
): Promise<Readable> {
  const response = await api.download(`/tarball/${source.commit}`);
  const tar = pack();
  void refill(response, tar, source).catch(error =>
    tar.destroy(
      new ServiceUnavailableError(
        `The archive of ${api.label} broke off`,
        error,
      ),
    ),
  );
  return Readable.from(tar, { objectMode: false });
}

async function refill(
  response: Response,
  tar: Pack,
  source: { path: string; entries: GithubEntry[] },
): Promise<void> {
  if (!response.body) {
    tar.finalize();
    return;
  }
  const root = source.path ? `${source.path}/` : '';
  const links = new Set(
    source.entries
      .filter(({ type }) => type === 'symlink')
      .map(({ path }) => path.slice(root.length)),
  );
  const archive = extract();
  const writing = writeEntries(archive, tar, { root, links });
  await Promise.all([
    pipeline(
      // The types of the web stream in Node and in the browser are declared apart, and are the same.
      Readable.fromWeb(response.body as ReadableStream),
      endWhenSilent,
      createGunzip(),
      archive,
    ),
    writing,
  ]);
}

async function* endWhenSilent(source: Readable): AsyncGenerator<Buffer> {
  const timer = setTimeout(
    () => source.destroy(new ServiceUnavailableError('The line went silent')),
    IDLE_MS,
  );
  try {
    for await (const chunk of source) {
      timer.refresh();
      yield chunk;
    }
  } finally {
    clearTimeout(timer);
  }
}

async function writeEntries(
  archive: ReturnType<typeof extract>,
  tar: Pack,
  { root, links }: { root: string; links: ReadonlySet<string> },
): Promise<void> {
  for await (const entry of archive) {
    const header = entry.header as Header;
    // The first segment is the repository and its commit.
    const path = header.name.slice(header.name.indexOf('/') + 1);
    const name = path.startsWith(root) ? path.slice(root.length) : '';
    const isWanted =
      name !== '' &&
      (header.type === 'file' ||
        (header.type === 'symlink' &&
          !leadsOut(name, header.linkname ?? '', place => links.has(place))));
    if (isWanted) {
      await copyEntry(entry, tar, { ...header, name });
    } else {
      entry.resume();
    }
  }
  tar.finalize();
}

async function copyEntry(
  entry: AsyncIterable<unknown>,
  tar: Pack,
  header: Header,
): Promise<void> {
  const { name, type, size, linkname } = header;
  const common = { name, mtime: new Date(0) };
  if (type === 'symlink') {
    tar.entry({ ...common, type, linkname });
    for await (const _chunk of entry) {
      // A link has no content, and its end has to be read.
    }
    return;
  }
  const isExecutable = Math.floor((header.mode ?? 0) / 0o100) % 2 === 1;
  const copy = tar.entry({
    ...common,
    size,
    mode: isExecutable ? 0o755 : 0o644,
  });
  await pipeline(entry, copy);
}
