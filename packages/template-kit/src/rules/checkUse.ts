import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kit } from '../commands/Kit';
import { ifMissing } from '../ifMissing';
import { listLayerSteps, type Template } from '../template/Template';
import type { Finding } from './Finding';

const SHELVES = ['layers', 'skeletons'];
/** Directories that are fetched as they are, without rendering. */
const PLAIN = /^\.\/((?:layers|skeletons)\/[^/]+)/;

/** The layers that wrote something, by the paths that each step wrote. */
export function listUsed(
  template: Template,
  written: ReadonlyMap<string, string[]>,
): string[] {
  return listLayerSteps(template)
    .filter(({ id }) => (written.get(id) ?? []).length > 0)
    .map(({ layer }) => layer);
}

/** Finds layers that no case renders, so that nothing would notice when they break. */
export async function checkUse(
  kit: Kit,
  rendered: Iterable<string>,
): Promise<Finding[]> {
  const used = new Set([...rendered, ...listPlain(kit)]);
  return (await listLayers(kit))
    .filter(layer => !used.has(layer))
    .map(layer => ({
      rule: 'layer-unused',
      place: layer,
      message: 'no case of a template renders it; add a case, or delete it',
    }));
}

function listPlain({ subjects }: Kit): string[] {
  return subjects
    .flatMap(({ template }) => template.entity.spec.steps)
    .filter(({ action }) => action === 'fetch:plain')
    .flatMap(({ input }) => PLAIN.exec(String(input?.url))?.[1] ?? []);
}

async function listLayers({ directories }: Kit): Promise<string[]> {
  const shelves = await Promise.all(
    SHELVES.map(async shelf => {
      const names = await ifMissing(
        readdir(join(directories.templates, shelf)),
        [],
      );
      return names.map(name => `${shelf}/${name}`);
    }),
  );
  return shelves.flat();
}
