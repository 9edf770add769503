import SwaggerParser from '@apidevtools/swagger-parser';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** Says what is wrong with the OpenAPI document of an API entity, one text per fault. */
export async function explainOpenApi(definition) {
  let document;
  try {
    document = parse(definition);
  } catch (error) {
    return [`its definition is not YAML: ${error.message.split('\n')[0]}`];
  }
  if (!/^3\.\d+\.\d+$/.test(document?.openapi ?? '')) {
    return ["its definition has no 'openapi: 3.x.y'; write one"];
  }
  const faults = [
    ...explainHead(document),
    ...explainOperations(document),
    ...explainPointers(document),
  ];
  return faults.length > 0 ? faults : explainBySchema(document);
}

/** The whole of the specification, in the words of the library that knows it. */
async function explainBySchema(document) {
  try {
    await SwaggerParser.validate(document, { resolve: { external: false } });
    return [];
  } catch (error) {
    return [`its definition is not valid OpenAPI: ${error.message}`];
  }
}

function explainHead({ info, paths }) {
  const faults = [];
  if (!info?.title || !info?.version) {
    faults.push("its definition needs 'info.title' and 'info.version'");
  }
  if (!paths || Object.keys(paths).length === 0) {
    faults.push('its definition has no paths; add the operations');
  }
  return faults;
}

function explainOperations({ paths = {} }) {
  const seen = new Set();
  const faults = [];
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS.filter(name => item[name])) {
      const { operationId, responses } = item[method];
      const name = `${method.toUpperCase()} ${path}`;
      if (!operationId) faults.push(`${name} has no operationId; add one`);
      if (seen.has(operationId)) {
        faults.push(`operationId '${operationId}' appears twice; rename one`);
      }
      if (!responses) faults.push(`${name} has no responses; add them`);
      seen.add(operationId);
    }
  }
  return faults;
}

function explainPointers(document) {
  return [...pointersIn(document)]
    .filter(pointer => lookUp(document, pointer) === undefined)
    .map(pointer => `$ref '${pointer}' names nothing; correct it`);
}

function* pointersIn(node) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.$ref === 'string') yield node.$ref;
  for (const child of Object.values(node)) yield* pointersIn(child);
}

function lookUp(document, pointer) {
  if (!pointer.startsWith('#/')) return undefined;
  return pointer
    .slice(2)
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((node, part) => node?.[part], document);
}
