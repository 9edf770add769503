/**
 * What holds for every Git process on a repository of the forge, whatever its own configuration says.
 *
 * @remarks
 * New repositories carry the same settings, so that a push to the directory itself obeys them, too.
 */
export const REPOSITORY_SETTINGS: readonly (readonly [string, string])[] = [
  ['core.fsync', 'committed'],
  // Paths are read by programs, and may have any letters.
  ['core.quotePath', 'false'],
  // Files beyond this are streamed instead of being held in memory.
  ['core.bigFileThreshold', '32m'],
  ['gc.auto', '0'],
  ['receive.autogc', 'false'],
  ['receive.denyDeleteCurrent', 'refuse'],
  ['receive.fsckObjects', 'true'],
  // Old tools wrote such commits, and whoever moves a repository here has to keep them.
  ['receive.fsck.badTimezone', 'warn'],
  ['receive.fsck.missingSpaceBeforeDate', 'warn'],
  // Clients see and write branches and tags only; the last match wins.
  ['transfer.hideRefs', 'refs'],
  ['transfer.hideRefs', '!refs/heads'],
  ['transfer.hideRefs', '!refs/tags'],
];
