import { InputError } from '@backstage/errors';
import { mayBeRecord, SETTINGS_FILE } from '@groundwork/plugin-adr-common';
import type { TreeEntry } from '@groundwork/plugin-forge-common';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import limiter from 'p-limit';
import { digestOf } from '../digest';
import { findFolders, folderOf } from './findFolders';
import {
  MAX_FILE_BYTES,
  type KnownContent,
  type Snapshot,
  type SnapshotFile,
  type SourceReader,
} from './Snapshot';
import { readManyTexts } from './readManyTexts';
import type { FoundFolder, SourcePlan } from './SourcePlan';

/** Files of one repository that are read at once. */
const CONCURRENCY = 8;

/** A few new files are asked for one by one; more come with the archive of their folder, which is one question. */
const MAX_SINGLE_FILES = 4;

interface Opened {
  host: ForgeHost;
  name: { namespace: string; name: string };
}

/** Reads repositories of the forge at the head of their default branch, file by file, and only what is new. */
export class ForgeSourceReader implements SourceReader {
  readonly #forge: ForgeService;

  static create(options: { forge: ForgeService }): ForgeSourceReader {
    return new ForgeSourceReader(options.forge);
  }

  private constructor(forge: ForgeService) {
    this.#forge = forge;
  }

  async read(
    plan: SourcePlan,
    known: KnownContent,
  ): Promise<Snapshot | undefined> {
    const opened = this.#open(plan);
    const { host, name } = opened;
    const { head } = await host.getRepository(name);
    const fingerprint = `${head ?? 'empty'} ${digestOf(plan.places)}`;
    if (fingerprint === known.fingerprint) {
      return undefined;
    }
    if (!head) {
      return emptySnapshot(fingerprint);
    }
    const { entries } = await host.listFiles({ ...name, revision: head });
    const paths = entries.map(({ path }) => path);
    const folders = findFolders(paths, plan.places);
    const texts = new Map(await known.loadTexts());
    for (const folder of folders) {
      await loadFolder(opened, folder, { commit: head, entries, texts });
    }
    const read = (entry: TreeEntry) =>
      readEntry(opened, entry, { commit: head, texts });
    return {
      fingerprint,
      commit: head,
      folders,
      files: await readRecords(entries, folders, read),
      settings: await readSettings(entries, folders, read),
      exists: createLookup(paths),
    };
  }

  async readFile(
    plan: SourcePlan,
    path: string,
    commit: string | undefined,
  ): Promise<Buffer> {
    const { host, name } = this.#open(plan);
    return host.readBytes({ ...name, path, revision: commit });
  }

  #open({ id, location }: SourcePlan): Opened {
    if (location.kind !== 'forge') {
      throw new InputError(`${id} is not a repository of the forge`);
    }
    const { host, namespace, name } = location;
    return { host: this.#forge.getHost(host), name: { namespace, name } };
  }
}

function emptySnapshot(fingerprint: string): Snapshot {
  return {
    fingerprint,
    folders: [],
    files: [],
    settings: new Map(),
    exists: () => false,
  };
}

/** Adds the texts of a folder that are not known yet, when they are many. */
async function loadFolder(
  { host, name }: Opened,
  folder: FoundFolder,
  options: { commit: string; entries: TreeEntry[]; texts: Map<string, string> },
): Promise<void> {
  const { commit, entries, texts } = options;
  const prefix = folder.path ? `${folder.path}/` : '';
  const missing = new Map(
    entries
      .filter(
        ({ path, id, type, size = 0 }) =>
          type === 'file' &&
          path.startsWith(prefix) &&
          mayBeRecord(path) &&
          size <= MAX_FILE_BYTES &&
          !texts.has(id),
      )
      .map(({ path, id }) => [path.slice(prefix.length), id]),
  );
  if (missing.size <= MAX_SINGLE_FILES) return;
  const read = await readManyTexts(
    host,
    { ...name, path: folder.path, revision: commit },
    new Set(missing.keys()),
  );
  for (const [path, id] of missing) {
    const content = read.get(path);
    if (content !== undefined) texts.set(id, content);
  }
}

function isFile({ type }: TreeEntry): boolean {
  return type === 'file';
}

async function readRecords(
  entries: TreeEntry[],
  folders: FoundFolder[],
  read: (entry: TreeEntry) => Promise<SnapshotFile>,
): Promise<SnapshotFile[]> {
  const limit = limiter(CONCURRENCY);
  const records = entries.filter(
    entry =>
      isFile(entry) && mayBeRecord(entry.path) && folderOf(entry.path, folders),
  );
  return Promise.all(records.map(entry => limit(() => read(entry))));
}

async function readSettings(
  entries: TreeEntry[],
  folders: FoundFolder[],
  read: (entry: TreeEntry) => Promise<SnapshotFile>,
): Promise<Map<string, string>> {
  const settings = new Map<string, string>();
  for (const folder of folders) {
    const path = folder.path
      ? `${folder.path}/${SETTINGS_FILE}`
      : SETTINGS_FILE;
    const entry = entries.find(candidate => candidate.path === path);
    if (entry && isFile(entry)) {
      settings.set(folder.path, (await read(entry)).text ?? '');
    }
  }
  return settings;
}

async function readEntry(
  { host, name }: Opened,
  { path, id, size = 0 }: TreeEntry,
  options: { commit: string; texts: ReadonlyMap<string, string> },
): Promise<SnapshotFile> {
  if (size > MAX_FILE_BYTES) {
    return { path, blob: id };
  }
  const text =
    options.texts.get(id) ??
    (
      await host.readBytes({ ...name, path, revision: options.commit })
    ).toString('utf8');
  return { path, blob: id, text };
}

/** Files and the directories that they are in. */
function createLookup(paths: string[]): (path: string) => boolean | undefined {
  const known = new Set<string>();
  for (const path of paths) {
    for (
      let end = path.length;
      end > 0 && !known.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    ) {
      known.add(path.slice(0, end));
    }
  }
  return path =>
    path === '' || (path.startsWith('..') ? false : known.has(path));
}
