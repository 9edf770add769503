import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '@backstage/errors';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { Parameters } from './Parameters';
import type { Template } from './Template';

/** Several steps share one block of values by an alias, which counts as often as it is used. */
const MANY_ALIASES = 1000;

/** Reads every template of a directory; a file beside them that is no template is the catalog's. */
export async function loadTemplates(directory: string): Promise<Template[]> {
  const files = (await readdir(directory)).filter(
    file => file.endsWith('.yaml') && file !== 'catalog-info.yaml',
  );
  return Promise.all(
    files.sort().map(file => loadTemplate(join(directory, file))),
  );
}

async function loadTemplate(file: string): Promise<Template> {
  const entity = parse(await readFile(file, 'utf8'), {
    maxAliasCount: MANY_ALIASES,
  });
  if (!(await templateEntityV1beta3Validator.check(entity))) {
    throw new InputError(`${file} is not a template`);
  }
  if (entity.metadata.name !== basename(file, '.yaml')) {
    throw new InputError(
      `${file} holds the template '${entity.metadata.name}'; name the file after it`,
    );
  }
  return {
    name: entity.metadata.name,
    entity,
    parameters: Parameters.of(entity),
  };
}
