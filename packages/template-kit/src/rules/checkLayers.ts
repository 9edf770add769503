import type { Finding } from './Finding';

/** Finds files that two layers of one rendering write: the scaffolder would keep the first and say nothing. */
export function checkLayers(layers: ReadonlyMap<string, string[]>): Finding[] {
  const writers = new Map<string, string>();
  const findings: Finding[] = [];
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
