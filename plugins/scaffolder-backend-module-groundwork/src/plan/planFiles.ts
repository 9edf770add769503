import { readFile, readlink } from 'node:fs/promises';
import { posix } from 'node:path';
import type { WorkspaceFile } from '../workspace/listWorkspaceFiles';
import type { PlannedFile } from './PlannedStep';

/** A page shows the beginning of a long file; nobody reads more of it before Create. */
const MAX_CONTENT_BYTES = 256 * 1024;

/** Reads files for a plan, as they would lie below a directory of a repository. */
export async function planFiles(
  files: readonly WorkspaceFile[],
  targetPath = '',
): Promise<PlannedFile[]> {
  return Promise.all(
    files.map(async file => ({
      path: posix.join(targetPath, file.path),
      size: file.size,
      ...(file.mode === '100755' && { isExecutable: true }),
      ...(await readContent(file)),
    })),
  );
}

/** Turns bytes into text; undefined for what is no text, or too long. */
export function readText(bytes: Buffer): string | undefined {
  if (bytes.length > MAX_CONTENT_BYTES || bytes.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

async function readContent(file: WorkspaceFile): Promise<{ content?: string }> {
  if (file.size > MAX_CONTENT_BYTES) {
    return {};
  }
  const content =
    file.mode === '120000'
      ? await readlink(file.absolutePath)
      : readText(await readFile(file.absolutePath));
  return content === undefined ? {} : { content };
}
