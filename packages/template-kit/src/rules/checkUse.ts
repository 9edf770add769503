import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kit } from '../commands/Kit';
import { listCases } from '../template/listRenderings';
import { listLayerSteps } from '../template/Template';
import type { Finding } from './Finding';

const SHELVES = ['layers', 'skeletons'];
/** Directories that are fetched as they are, without rendering. */
const PLAIN = /^\.\/((?:layers|skeletons)\/[^/]+)/;

/** Finds layers that no case renders, so that nothing would notice when they break. */
export async function checkUse(kit: Kit): Promise<Finding[]> {
  const used = new Set(listPlain(kit));
  for (const { template, cases } of kit.subjects) {
    const layers = new Map(
      listLayerSteps(template).map(({ id, layer }) => [id, layer]),
    );
    for (const { values } of listCases(template, cases)) {
      const written = await kit.renderer.renderLayers(template, { values });
      for (const [id, paths] of written) {
        if (paths.length > 0) {
          used.add(layers.get(id) ?? '');
        }
      }
    }
  }
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
      const names = await readdir(join(directories.templates, shelf)).catch(
        error => {
          if (error.code === 'ENOENT') {
            return [];
          }
          throw error;
        },
      );
      return names.map(name => `${shelf}/${name}`);
    }),
  );
  return shelves.flat();
}
