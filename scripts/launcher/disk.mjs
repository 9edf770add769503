import * as fs from 'node:fs';
import { existsSync, statSync } from 'node:fs';
import { ok, wrong } from './finding.mjs';

const MEBIBYTE = 1024 * 1024;

/** Packages, their download cache, a Node and one build take 3.4 GB. */
export const INSTALL_SPACE_MB = 3500;
/** Databases, documentation sites and logs of a local portal stay far below this. */
export const RUN_SPACE_MB = 200;
/** The brought Node, what it compiled, and the data. */
const STATE_SPACE_MB = 600;

/** Checks that the disk has room, also where `var/` is a disk of its own; `GROUNDWORK_MIN_FREE_MB` sets another threshold. */
export function inspectDisk({ root, paths, env }, neededMb) {
  const threshold = Number(env.GROUNDWORK_MIN_FREE_MB) || neededMb;
  const disks = listDisks(root, paths.var, threshold);
  const full = disks.find(({ freeMb, minimumMb }) => freeMb < minimumMb);
  if (full) {
    return wrong(
      'disk',
      `The disk is almost full: ${formatSpace(full.freeMb)} free, ${formatSpace(
        full.minimumMb,
      )} needed.`,
      {
        remedy: `Free some space on the file system of ${full.path}, then run this again; nothing is lost.`,
      },
    );
  }
  const [{ freeMb }] = disks;
  return ok(
    'disk',
    freeMb === undefined
      ? 'free space is unknown with this Node'
      : `${formatSpace(freeMb)} free`,
  );
}

/** Packages and the build go beside the sources; of an own disk `var/` needs only what the portal writes, and the brought Node. */
function listDisks(root, state, threshold) {
  const disks = [{ path: root, minimumMb: threshold }];
  if (existsSync(state) && statSync(state).dev !== statSync(root).dev) {
    disks.push({
      path: state,
      minimumMb: Math.min(threshold, STATE_SPACE_MB),
    });
  }
  return disks.map(disk => ({ ...disk, freeMb: measureFreeSpace(disk.path) }));
}

function measureFreeSpace(path) {
  // Node has statfs since 18.15.
  if (typeof fs.statfsSync !== 'function') {
    return undefined;
  }
  const { bavail, bsize } = fs.statfsSync(path);
  return Math.floor((bavail * bsize) / MEBIBYTE);
}

function formatSpace(mb) {
  return mb >= 1000 ? `${(mb / 1000).toFixed(1)} GB` : `${mb} MB`;
}
