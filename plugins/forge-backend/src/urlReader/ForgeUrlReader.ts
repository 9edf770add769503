import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import {
  ReadUrlResponseFactory,
  type ReadTreeResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  isError,
  NotFoundError,
  NotModifiedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ForgeHost, TreeLocation } from '@groundwork/plugin-forge-node';
import { minimatch } from 'minimatch';

/** Room between the archive and its reader, which begins later. */
const ARCHIVE_BUFFER_BYTES = 1024 * 1024;

/** Reads stored addresses of the embedded host, for the catalog, the docs and the templates. */
export class ForgeUrlReader implements UrlReaderService {
  readonly #host?: ForgeHost;
  readonly #treeResponseFactory: ReadTreeResponseFactory;

  static create(options: {
    /** Absent while the embedded host is not configured. */
    host?: ForgeHost;
    treeResponseFactory: ReadTreeResponseFactory;
  }): ForgeUrlReader {
    return new ForgeUrlReader(options);
  }

  private constructor(options: {
    host?: ForgeHost;
    treeResponseFactory: ReadTreeResponseFactory;
  }) {
    this.#host = options.host;
    this.#treeResponseFactory = options.treeResponseFactory;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    return this.#reading(url, async (host, location) => {
      const file = await host.readFile(location);
      if (options?.etag === file.id) {
        throw new NotModifiedError();
      }
      const lastModifiedAt = await readLastModified(host, location);
      if (
        options?.lastModifiedAfter &&
        lastModifiedAt &&
        lastModifiedAt <= options.lastModifiedAfter
      ) {
        throw new NotModifiedError();
      }
      const bytes = await host.readBytes(location);
      return ReadUrlResponseFactory.fromReadable(Readable.from([bytes]), {
        etag: file.id,
        lastModifiedAt,
      });
    });
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    return this.#reading(url, async (host, location) => {
      const { id } = await host.readTree(location);
      if (options?.etag === id) {
        throw new NotModifiedError();
      }
      // Attached at once: what is unread when the archiving process ends would be lost otherwise.
      const stream = new PassThrough({ highWaterMark: ARCHIVE_BUFFER_BYTES });
      const archive = await host.readArchive(location);
      archive.on('error', error => stream.destroy(error));
      archive.pipe(stream);
      return this.#treeResponseFactory.fromTarArchive({
        stream,
        etag: id,
        filter: options?.filter,
        stripFirstDirectory: false,
      });
    });
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    return this.#reading(url, async (host, location) => {
      const { path: pattern = '' } = location;
      const isGlob = /[*?{[]/.test(pattern);
      const { entries } = await host.listFiles({ ...location, path: '' });
      const found = entries.filter(
        ({ path, type }) =>
          type === 'file' &&
          (isGlob
            ? minimatch(path, pattern, { dot: true, nocomment: true })
            : path === pattern),
      );
      const etag = createHash('sha256')
        .update(found.map(({ id, path }) => `${id} ${path}\n`).join(''))
        .digest('hex');
      if (options?.etag === etag) {
        throw new NotModifiedError();
      }
      return {
        etag,
        files: found.map(({ path }) => ({
          url: host.formatUrl({ ...location, path, view: 'blob' }),
          content: () => host.readBytes({ ...location, path }),
        })),
      };
    });
  }

  toString(): string {
    return 'forge{}';
  }

  /** Everything that cannot be read because it is not there, or could never be, counts as not found. */
  async #reading<T>(
    url: string,
    read: (host: ForgeHost, location: TreeLocation) => Promise<T>,
  ): Promise<T> {
    if (!this.#host) {
      throw new ServiceUnavailableError(
        `${url} belongs to the embedded forge, which is not configured; set forge.embedded`,
      );
    }
    try {
      return await read(this.#host, await this.#host.locate(url));
    } catch (error) {
      if (isError(error) && error.name === 'InputError') {
        throw new NotFoundError(`${url} could not be read`, error);
      }
      throw error;
    }
  }
}

async function readLastModified(
  host: ForgeHost,
  location: TreeLocation,
): Promise<Date | undefined> {
  const { items } = await host.listCommits({ ...location, limit: 1 });
  return items[0] && new Date(items[0].committedAt);
}
