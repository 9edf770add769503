import { join } from 'node:path';
import { readDirectory } from '../render/readDirectory';
import { listLayerSteps, type Template } from '../template/Template';
import type { Finding } from './Finding';

/** What the scaffolder evaluates: an expression, or a tag. */
const EVALUATED = /\$\{\{.*?\}\}|\{%.*?%\}/gs;
const USE = /\bvalues\.([A-Za-z_$][\w$]*)/g;

/** Finds values that a layer uses and its step does not supply, and values that no layer uses. */
export async function checkValues(
  template: Template,
  directory: string,
): Promise<Finding[]> {
  const used = new Set<string>();
  const supplied = new Set<string>();
  const findings: Finding[] = [];
  for (const { id, layer, values } of listLayerSteps(template)) {
    Object.keys(values).forEach(name => supplied.add(name));
    for (const { name, path } of await listUses(join(directory, layer))) {
      used.add(name);
      if (!(name in values)) {
        findings.push({
          rule: 'value-unsupplied',
          place: `${layer}/${path}`,
          message: `uses values.${name}, which the step '${id}' does not supply`,
        });
      }
    }
  }
  const unused = [...supplied].filter(name => !used.has(name));
  return [
    ...findings,
    ...unused.map(name => ({
      rule: 'value-unused',
      place: template.name,
      message: `no layer uses values.${name}`,
    })),
  ];
}

async function listUses(
  layer: string,
): Promise<{ name: string; path: string }[]> {
  const files = await readDirectory(layer);
  return files.flatMap(({ path, content }) => {
    const text = path.endsWith('.njk') ? content.toString('utf8') : '';
    const evaluated = `${path}\n${text}`.match(EVALUATED) ?? [];
    return [...evaluated.join('\n').matchAll(USE)].map(([, name]) => ({
      name,
      path,
    }));
  });
}
