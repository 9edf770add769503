import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  CONVENTIONAL_FOLDERS,
  joinPath,
  mayBeRecord,
  SETTINGS_FILE,
} from '@groundwork/plugin-adr-common';
import { digestOf } from '../digest';
import { findFolders, folderOf } from './findFolders';
import {
  MAX_FILE_BYTES,
  type KnownContent,
  type Snapshot,
  type SourceReader,
} from './Snapshot';
import type { Place, SourcePlan } from './SourcePlan';

interface ReadFile {
  path: string;
  content(): Promise<Buffer>;
}

/** What one directory answered: its files, and the tag to ask with the next time. */
interface ReadPlace {
  etag: string;
  files: ReadFile[];
}

/** Reads repositories that are not in the forge through the portal's readers of addresses, the directory of each entity as a whole. */
export class UrlSourceReader implements SourceReader {
  readonly #reader: UrlReaderService;
  readonly #integrations: ScmIntegrations;

  static create(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
  }): UrlSourceReader {
    return new UrlSourceReader(options);
  }

  private constructor(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
  }

  async read(
    plan: SourcePlan,
    known: KnownContent,
  ): Promise<Snapshot | undefined> {
    const places = outermost(plan.places);
    const shape = digestOf(plan.places);
    const [knownShape, ...tags] = known.fingerprint?.split(' ') ?? [];
    const isSameShape = knownShape === shape;
    if (isSameShape && (await this.#areUnchanged(places, tags))) {
      return undefined;
    }
    const read = await Promise.all(places.map(place => this.#readPlace(place)));
    const files = read.flatMap(place => place.files);
    return createSnapshot(plan, files, [
      shape,
      ...read.map(({ etag }) => etag),
    ]);
  }

  async readFile(plan: SourcePlan, path: string): Promise<Buffer> {
    const place = outermost(plan.places)[0];
    const url = this.#integrations.resolveUrl({
      url: `/${path}`,
      base: requireUrl(place),
    });
    const response = await this.#reader.readUrl(url);
    return response.buffer();
  }

  async #areUnchanged(places: Place[], tags: string[]): Promise<boolean> {
    for (const [index, place] of places.entries()) {
      try {
        await this.#reader.readTree(requireUrl(place), {
          etag: decodeURIComponent(tags[index] ?? ''),
        });
        return false;
      } catch (error) {
        if (!isError(error) || error.name !== 'NotModifiedError') throw error;
      }
    }
    return true;
  }

  async #readPlace(place: Place): Promise<ReadPlace> {
    const isWanted = createFilter(place);
    const tree = await this.#reader.readTree(requireUrl(place), {
      filter: (path, info) =>
        isWanted(path) && (info?.size ?? 0) <= MAX_FILE_BYTES,
    });
    const files = await tree.files();
    return {
      etag: encodeURIComponent(tree.etag),
      files: files.map(file => ({
        path: joinPath(place.directory, file.path),
        content: () => file.content(),
      })),
    };
  }
}

function requireUrl({ entityRef, url }: Place): string {
  if (!url) {
    throw new InputError(`The source of ${entityRef} has no address`);
  }
  return url;
}

/** A directory inside another one is read with it. */
function outermost(places: readonly Place[]): Place[] {
  return places.filter(
    (place, index) =>
      !places.some(
        (other, otherIndex) =>
          (place.directory === other.directory && otherIndex < index) ||
          (place.directory !== other.directory &&
            (other.directory === '' ||
              place.directory.startsWith(`${other.directory}/`))),
      ),
  );
}

/** Of a whole repository only what is in or near a folder of decisions is unpacked. */
function createFilter(place: Place): (path: string) => boolean {
  const named = place.folders.map(folder =>
    folder.startsWith(`${place.directory}/`)
      ? folder.slice(place.directory.length + 1)
      : folder,
  );
  const prefixes = [...CONVENTIONAL_FOLDERS, ...named];
  return path =>
    (mayBeRecord(path) || path.endsWith(SETTINGS_FILE)) &&
    (named.includes('') ||
      place.folders.includes(place.directory) ||
      prefixes.some(
        prefix => path.startsWith(`${prefix}/`) || path.includes(`/${prefix}/`),
      ));
}

async function createSnapshot(
  plan: SourcePlan,
  files: ReadFile[],
  tags: string[],
): Promise<Snapshot> {
  const folders = findFolders(
    files.map(({ path }) => path),
    plan.places,
  );
  const settings = new Map<string, string>();
  const records: Snapshot['files'] = [];
  for (const file of files) {
    const folder = folderOf(file.path, folders);
    if (!folder) continue;
    const text = (await file.content()).toString('utf8');
    if (mayBeRecord(file.path)) records.push({ path: file.path, text });
    else settings.set(folder.path, text);
  }
  return {
    fingerprint: tags.join(' '),
    folders,
    files: records,
    settings,
    exists: () => undefined,
  };
}
