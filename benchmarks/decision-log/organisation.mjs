import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Repository } from '../push-latency/repository.mjs';
import { createFiles } from './records.mjs';

/** Repositories of one system. */
const PER_SYSTEM = 10;

/** Git processes at one time. */
const CONCURRENCY = 4;

/** The repository whose pushes are measured. */
export const PUSHED = 'acme/decided-0';

/** The system whose graph is measured. */
export const SYSTEM = 'system:default/decided-system-0';

function systemOf(index) {
  return `decided-system-${Math.floor(index / PER_SYSTEM)}`;
}

/** Puts repositories with records where the forge finds them when it starts; returns the one that is pushed to. */
export async function createRepositories(
  directory,
  { repositories, recordsEach },
) {
  const created = new Map();
  let next = 0;
  const work = async () => {
    while (next < repositories) {
      const index = next;
      next += 1;
      const name = `acme/decided-${index}`;
      const system = systemOf(index);
      const files = createFiles({ index, system, count: recordsEach });
      created.set(name, await Repository.create({ directory, name, files }));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return created.get(PUSHED);
}

/** Writes the systems that the repositories belong to; returns the file. */
export async function writeSystems(directory, repositories) {
  const systems = Array.from(
    { length: Math.ceil(repositories / PER_SYSTEM) },
    (_, index) =>
      `---\n${JSON.stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: `decided-system-${index}` },
        spec: { owner: 'group:default/platform' },
      })}\n`,
  );
  const target = path.join(directory, 'entities');
  await mkdir(target, { recursive: true });
  const file = path.join(target, 'systems.yaml');
  await writeFile(file, systems.join(''));
  return file;
}
