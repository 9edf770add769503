import type { PlannedFile } from './Plan';

/** A directory of the plan with what is in it, directories first. */
export interface PlanDirectory {
  /** Several segments where a directory holds nothing but another: `src/main`. */
  name: string;
  path: string;
  directories: PlanDirectory[];
  files: PlannedFile[];
}

function compare(left: string, right: string): number {
  return left.localeCompare(right, 'en');
}

function group(
  files: PlannedFile[],
  path: string,
): Pick<PlanDirectory, 'directories' | 'files'> {
  const start = path ? path.length + 1 : 0;
  const here: PlannedFile[] = [];
  const below = new Map<string, PlannedFile[]>();
  for (const file of files) {
    const end = file.path.indexOf('/', start);
    if (end < 0) {
      here.push(file);
    } else {
      const directory = file.path.slice(0, end);
      below.set(directory, [...(below.get(directory) ?? []), file]);
    }
  }
  return {
    directories: [...below]
      .sort(([left], [right]) => compare(left, right))
      .map(([directory, within]) => build(within, directory, start)),
    files: here.sort((left, right) => compare(left.path, right.path)),
  };
}

function build(
  files: PlannedFile[],
  path: string,
  start: number,
): PlanDirectory {
  const content = group(files, path);
  const [only] = content.directories;
  if (content.files.length === 0 && content.directories.length === 1) {
    return { ...only, name: only.path.slice(start) };
  }
  return { name: path.slice(start), path, ...content };
}

/** Arranges the files of a plan as the tree that they will be. */
export function toFileTree(
  files: PlannedFile[],
): Pick<PlanDirectory, 'directories' | 'files'> {
  return group(files, '');
}
