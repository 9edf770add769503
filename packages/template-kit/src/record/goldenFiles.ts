import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifMissing } from '../ifMissing';
import { readDirectory } from '../render/readDirectory';
import type { RenderedFile, RenderedTree } from '../render/RenderedTree';
import type { Finding } from '../rules/Finding';

/** Writes a rendering as the recorded one. */
export async function writeGolden(
  directory: string,
  tree: RenderedTree,
): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await writeFiles(directory, tree);
}

/** Writes the files of a tree over what is there. */
export async function writeFiles(
  directory: string,
  tree: RenderedTree,
): Promise<void> {
  for (const { path, content, isExecutable } of tree.files) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    await chmod(file, isExecutable ? 0o755 : 0o644);
  }
}

/** Says in which files a rendering differs from the recorded one. */
export async function compareGolden(
  directory: string,
  tree: RenderedTree,
): Promise<Finding[]> {
  const recorded = await readRecorded(directory);
  const paths = new Set([
    ...recorded.keys(),
    ...tree.files.map(({ path }) => path),
  ]);
  return [...paths].sort().flatMap(path => {
    const before = recorded.get(path);
    const after = tree.files.find(file => file.path === path);
    const message = describeDifference(before, after);
    return message ? [{ rule: 'golden', place: path, message }] : [];
  });
}

async function readRecorded(
  directory: string,
): Promise<Map<string, RenderedFile>> {
  const files = await ifMissing(readDirectory(directory), []);
  return new Map(files.map(file => [file.path, file]));
}

function describeDifference(
  before: RenderedFile | undefined,
  after: RenderedFile | undefined,
): string | undefined {
  if (!before) {
    return 'is rendered, but not recorded';
  }
  if (!after) {
    return 'is recorded, but no longer rendered';
  }
  if (!before.content.equals(after.content)) {
    return `differs from the recorded one in line ${firstDifference(
      before.content.toString('utf8'),
      after.content.toString('utf8'),
    )}`;
  }
  return before.isExecutable === after.isExecutable
    ? undefined
    : 'differs from the recorded one in whether it can be executed';
}

function firstDifference(a: string, b: string): number {
  const lines = b.split('\n');
  return a.split('\n').findIndex((line, index) => line !== lines[index]) + 1;
}
