import {
  mayBeRecord,
  readFileName,
  seriesOf,
} from '@groundwork/plugin-adr-common';
import type { StoredProposal } from '../database/ProposalStore';
import type { OpenRepository } from './ChangeWriter';

/** What a folder has already: the numbers and names that nobody may be given again. */
export interface TakenNames {
  numbers: Set<number>;
  paths: Set<string>;
  /** How many digits numbers have there. */
  width: number;
}

/** Reads which numbers a folder and the open changes of it take. */
export async function readTakenNames(
  { host, name, head }: OpenRepository,
  folder: string,
  proposals: readonly Pick<StoredProposal, 'path'>[],
): Promise<TakenNames> {
  const { entries } = await host.listFiles({ ...name, revision: head });
  const paths = [
    ...entries.map(({ path }) => path),
    ...proposals.map(({ path }) => path),
  ].filter(path => seriesOf(path) === folder && mayBeRecord(path));
  const numbers = paths.flatMap(path => readFileName(path).number ?? []);
  const widths = paths.flatMap(
    path => /(?:^|\/)(?:[a-z]+-)*(\d+)[^/]*$/i.exec(path)?.[1].length ?? [],
  );
  return {
    numbers: new Set(numbers),
    paths: new Set(paths),
    width: numbers.length > 0 ? Math.max(...widths) : 4,
  };
}

/** Numbers are never given twice, so a gap is not filled. */
export function nextNumber(taken: ReadonlySet<number>): number {
  return Math.max(0, ...taken) + 1;
}
