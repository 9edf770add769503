import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Entities per file: a file is read, parsed and validated as one unit of work. */
const ENTITIES_PER_FILE = 500;

/** One system of a synthetic organisation: its own team, an API, and services that call each other. */
const COMPONENTS_PER_SYSTEM = 6;
const APIS_PER_SYSTEM = 2;
const ENTITIES_PER_SYSTEM = COMPONENTS_PER_SYSTEM + APIS_PER_SYSTEM + 2;

/**
 * Writes about `count` entities as location files.
 *
 * @returns the path of the root location and the number of entities below it, locations aside
 */
export async function writeEntities(directory, count) {
  const systems = Math.max(1, Math.round(count / ENTITIES_PER_SYSTEM));
  const entities = Array.from({ length: systems }, (_, index) =>
    createSystem(index, systems),
  ).flat();
  const target = path.join(directory, 'entities');
  await mkdir(target, { recursive: true });
  const files = [];
  for (let start = 0; start < entities.length; start += ENTITIES_PER_FILE) {
    const name = `${files.length}.yaml`;
    const chunk = entities.slice(start, start + ENTITIES_PER_FILE);
    await writeFile(path.join(target, name), chunk.map(toDocument).join(''));
    files.push(`./${name}`);
  }
  const root = path.join(target, 'all.yaml');
  await writeFile(
    root,
    toDocument(entity('Location', 'synthetic', { targets: files })),
  );
  return { root, expected: entities.length };
}

function createSystem(index, systems) {
  const team = `team-${index}`;
  const system = `system-${index}`;
  const owner = `group:default/${team}`;
  const apis = range(APIS_PER_SYSTEM).map(number =>
    entity('API', `api-${index}-${number}`, {
      type: 'openapi',
      lifecycle: 'production',
      owner,
      system,
      definition: 'openapi: 3.1.0\ninfo: { title: Synthetic, version: 1.0.0 }',
    }),
  );
  const components = range(COMPONENTS_PER_SYSTEM).map(number =>
    entity('Component', `service-${index}-${number}`, {
      type: 'service',
      lifecycle: 'production',
      owner,
      system,
      providesApis: number < APIS_PER_SYSTEM ? [`api-${index}-${number}`] : [],
      consumesApis: [`api-${(index + number + 1) % systems}-0`],
      dependsOn: number > 0 ? [`component:service-${index}-${number - 1}`] : [],
    }),
  );
  return [
    entity('Group', team, { type: 'team', children: [] }),
    entity('System', system, { owner }),
    ...apis,
    ...components,
  ];
}

function entity(kind, name, spec) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      description: `Synthetic ${kind.toLowerCase()} ${name} of the benchmark`,
      tags: ['synthetic', kind.toLowerCase()],
    },
    spec,
  };
}

/** JSON is YAML, and needs no library to write. */
function toDocument(value) {
  return `---\n${JSON.stringify(value)}\n`;
}

function range(length) {
  return Array.from({ length }, (_, index) => index);
}
