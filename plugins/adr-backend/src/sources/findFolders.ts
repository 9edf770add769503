import {
  CONVENTIONAL_FOLDERS,
  directoryOf,
  joinPath,
  mayBeRecord,
} from '@groundwork/plugin-adr-common';
import type { FoundFolder, Place } from './SourcePlan';

/** Every directory that has something like a record in it or below. */
function directoriesWithRecords(paths: readonly string[]): Set<string> {
  const directories = new Set<string>();
  for (const path of paths.filter(mayBeRecord)) {
    let directory = directoryOf(path);
    while (directory !== '' && !directories.has(directory)) {
      directories.add(directory);
      directory = directoryOf(directory);
    }
  }
  return directories;
}

interface Claim {
  folder: string;
  place: Place;
  isNamed: boolean;
}

/** A folder that an entity names is its own; otherwise it belongs to the entity that is nearest to it. */
function isStronger(claim: Claim, other: Claim): boolean {
  return claim.isNamed === other.isNamed
    ? claim.place.directory.length > other.place.directory.length
    : claim.isNamed;
}

function claimsOf(place: Place, existing: Set<string>): Claim[] {
  const conventional = CONVENTIONAL_FOLDERS.map(folder =>
    joinPath(place.directory, folder),
  ).filter(folder => existing.has(folder));
  return [
    ...place.folders.map(folder => ({ folder, place, isNamed: true })),
    ...conventional.map(folder => ({ folder, place, isNamed: false })),
  ];
}

function atRoot(place: Place): Place {
  return { ...place, directory: '', folders: [] };
}

/**
 * Finds the folders of decisions among the files of a repository: those that entities name, and those where people
 * usually keep them, in the directory of an entity or at the root.
 */
export function findFolders(
  paths: readonly string[],
  places: readonly Place[],
): FoundFolder[] {
  const existing = directoriesWithRecords(paths);
  const claims = places.flatMap(place => claimsOf(place, existing));
  const owners = new Map<string, Claim>();
  for (const claim of claims) {
    const owner = owners.get(claim.folder);
    if (!owner || isStronger(claim, owner)) owners.set(claim.folder, claim);
  }
  // What a catalogued repository keeps at its root concerns somebody, though no entity is at home there.
  const [first] = places;
  for (const claim of first ? claimsOf(atRoot(first), existing) : []) {
    if (!owners.has(claim.folder)) owners.set(claim.folder, claim);
  }
  return [...owners.values()].map(({ folder, place, isNamed }) => ({
    path: folder,
    entityRef: place.entityRef,
    ownerRef: place.ownerRef,
    systemRef: place.systemRef,
    entityRefs: [
      ...new Set([
        place.entityRef,
        ...claims
          .filter(
            claim =>
              claim.folder === folder &&
              claim.isNamed === isNamed &&
              claim.place.directory === place.directory,
          )
          .map(claim => claim.place.entityRef),
      ]),
    ],
  }));
}

/** The innermost folder that a file is in. */
export function folderOf(
  path: string,
  folders: readonly FoundFolder[],
): FoundFolder | undefined {
  return folders
    .filter(folder => folder.path === '' || path.startsWith(`${folder.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
