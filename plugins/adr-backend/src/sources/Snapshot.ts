import type { TextFile } from '@groundwork/plugin-adr-common';
import type { FoundFolder, SourcePlan } from './SourcePlan';

/** A file of a folder of decisions. */
export interface SnapshotFile extends TextFile {
  /** The id of the content, where the host has one. */
  blob?: string;
}

/** The decisions of a repository as they were read together. */
export interface Snapshot {
  /** Equal for equal content; given back to be told that nothing has changed. */
  fingerprint: string;
  commit?: string;
  folders: FoundFolder[];
  files: SnapshotFile[];
  /** The settings of folders that have some, by the path of the folder. */
  settings: Map<string, string>;
  /** Whether a path of the repository exists; undefined where only the folders were read. */
  exists(path: string): boolean | undefined;
}

/** What is known of a repository from the last time. */
export interface KnownContent {
  fingerprint?: string;
  /** Texts by the id of their content, so that they are not read again. */
  loadTexts(): Promise<ReadonlyMap<string, string>>;
}

/** Reads the decisions of repositories. */
export interface SourceReader {
  /** Undefined when nothing has changed; throws when the repository cannot be read. */
  read(plan: SourcePlan, known: KnownContent): Promise<Snapshot | undefined>;
  /** The bytes of a file that a record shows. */
  readFile(
    plan: SourcePlan,
    path: string,
    commit: string | undefined,
  ): Promise<Buffer>;
}

/** A file that is larger is no record. */
export const MAX_FILE_BYTES = 2_000_000;
