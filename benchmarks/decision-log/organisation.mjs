import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Repository } from '../push-latency/repository.mjs';
import { createFiles } from './records.mjs';

/** Repositories of one system. */
const PER_SYSTEM = 10;

const OWNER = 'group:default/platform';

/** The repository whose pushes are measured; the forge has it, and the catalog finds it there. */
export const PUSHED = 'acme/decided-0';

/** The system whose graph is measured. */
export const SYSTEM = 'system:default/decided-system-1';

function systemOf(index) {
  return `decided-system-${Math.floor(index / PER_SYSTEM)}`;
}

/** Puts the repository that is pushed to where the forge finds it when it starts. */
export function createPushed(directory, recordsEach) {
  const files = createFiles({
    index: 0,
    system: systemOf(0),
    count: recordsEach,
  });
  return Repository.create({ directory, name: PUSHED, files });
}

/** The other repositories, as the log knows them. */
export function listOthers(repositories) {
  return Array.from({ length: repositories - 1 }, (_, at) => ({
    index: at + 1,
    source: `acme/decided-${at + 1}`,
    entityRef: `component:default/decided-${at + 1}`,
    ownerRef: OWNER,
    systemRef: `system:default/${systemOf(at + 1)}`,
  }));
}

/** Writes the systems, and the components of the other repositories; returns the file. */
export async function writeEntities(directory, repositories) {
  const systems = Array.from(
    { length: Math.ceil(repositories / PER_SYSTEM) },
    (_, index) => entity('System', `decided-system-${index}`, { owner: OWNER }),
  );
  const components = listOthers(repositories).map(({ index }) =>
    entity('Component', `decided-${index}`, {
      type: 'service',
      lifecycle: 'production',
      owner: OWNER,
      system: systemOf(index),
    }),
  );
  const target = path.join(directory, 'entities');
  await mkdir(target, { recursive: true });
  const file = path.join(target, 'all.yaml');
  await writeFile(file, [...systems, ...components].join(''));
  return file;
}

function entity(kind, name, spec) {
  const content = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
  return `---\n${JSON.stringify(content)}\n`;
}
