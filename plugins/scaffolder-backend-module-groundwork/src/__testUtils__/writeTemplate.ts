import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';

/** A repository with one template, `probe`, that renders a skeleton of one file and whatever else a test needs. */
export async function writeTemplate(
  parent: string,
  options: {
    /** After a name and before the steps below. */
    properties?: JsonObject;
    steps: JsonObject[];
    files?: Record<string, string>;
  },
): Promise<string> {
  const directory = await mkdtemp(join(parent, 'template-'));
  const files: Record<string, string> = {
    'catalog-info.yaml': stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name: 'templates' },
      spec: { targets: ['./probe.yaml'] },
    }),
    'probe.yaml': stringify({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'probe' },
      spec: {
        type: 'service',
        owner: 'group:default/developer-experience',
        parameters: {
          properties: {
            name: { type: 'string' },
            ...options.properties,
          },
        },
        steps: options.steps,
      },
    }),
    'skeleton/catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: \${{ values.name }}
spec:
  type: service
  lifecycle: experimental
  owner: group:default/commerce
`,
    ...options.files,
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  return directory;
}

/** Reserves the name; first in every template. */
export const RESERVE: JsonObject = {
  id: 'reserve',
  action: 'forge:reserve',
  input: {
    namespace: 'acme',
    name: '${{ parameters.name }}',
    entities: ['component:default/${{ parameters.name }}'],
  },
};

/** Renders the skeleton. */
export const FETCH: JsonObject = {
  id: 'fetch',
  action: 'fetch:template',
  input: {
    url: './skeleton',
    values: { name: '${{ parameters.name }}' },
  },
};

/** Writes the lock. */
export const RECORD: JsonObject = {
  id: 'lineage',
  action: 'lineage:record',
  input: { parameters: '${{ parameters }}' },
};

/** Creates the repository. */
export const PUBLISH: JsonObject = {
  id: 'publish',
  action: 'forge:publish',
  input: {
    namespace: 'acme',
    name: '${{ parameters.name }}',
    owner: 'group:default/commerce',
  },
};
