import type { JsonObject } from '@backstage/types';
import type { TemplateRenderer } from '../render/TemplateRenderer';
import type { Template } from '../template/Template';
import type { Finding } from './Finding';

/** Finds files that two layers of one rendering write: the scaffolder would keep the first and say nothing. */
export async function checkLayers(
  renderer: TemplateRenderer,
  template: Template,
  values: JsonObject,
): Promise<Finding[]> {
  const writers = new Map<string, string>();
  const findings: Finding[] = [];
  const layers = await renderer.renderLayers(template, { values });
  for (const [id, paths] of layers) {
    for (const path of paths) {
      const first = writers.get(path);
      if (first) {
        findings.push({
          rule: 'layer-collision',
          place: path,
          message: `both the step '${first}' and the step '${id}' write it`,
        });
      }
      writers.set(path, id);
    }
  }
  return findings;
}
