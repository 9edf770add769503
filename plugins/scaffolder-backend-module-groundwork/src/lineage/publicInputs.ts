import type { JsonObject, JsonValue } from '@backstage/types';

/** The inputs that may be written down, and the names of those that may not. */
export interface PublicInputs {
  inputs: JsonObject;
  /** With dots between the levels: `registry.token`. */
  secretInputs: string[];
}

/** Stands for every element of an array in the path of a property. */
const ELEMENT = '*';

/**
 * Leaves out what is a secret by the schema of the form, by its name, or by being nothing.
 *
 * @param schemas - the pages of the form
 * @param secretNames - under which the task got its secrets
 */
export function selectPublicInputs(
  parameters: JsonObject,
  schemas: readonly JsonObject[],
  secretNames: readonly string[],
): PublicInputs {
  const secretPaths = new Set(
    schemas.flatMap(schema => findSecretPaths(schema, [])),
  );
  const found = new Set<string>();
  const isSecret = (path: readonly string[]) => {
    const key = path.join('.');
    const matches =
      secretPaths.has(key) || secretNames.includes(path[path.length - 1]);
    if (matches) {
      found.add(key);
    }
    return matches;
  };
  const inputs = withoutSecrets(parameters, [], isSecret);
  return { inputs: inputs as JsonObject, secretInputs: [...found].sort() };
}

function withoutSecrets(
  value: JsonValue,
  path: readonly string[],
  isSecret: (path: readonly string[]) => boolean,
): JsonValue {
  if (Array.isArray(value)) {
    const elementPath = [...path, ELEMENT];
    return isSecret(elementPath)
      ? []
      : value.map(child => withoutSecrets(child, elementPath, isSecret));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, child]) =>
          child !== undefined && child !== null && !isSecret([...path, key]),
      )
      .map(([key, child]) => [
        key,
        withoutSecrets(child ?? null, [...path, key], isSecret),
      ]),
  );
}

/** Goes through a schema and everything that it composes: `allOf`, `dependencies`, `then` and their like. */
function findSecretPaths(
  schema: JsonValue | undefined,
  path: readonly string[],
): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(part => findSecretPaths(part, path));
  }
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  if (path.length > 0 && isSecretSchema(schema)) {
    return [path.join('.')];
  }
  return Object.entries(schema).flatMap(([keyword, part]) => {
    if (keyword === 'properties' && isObject(part)) {
      return Object.entries(part).flatMap(([name, property]) =>
        findSecretPaths(property, [...path, name]),
      );
    }
    return findSecretPaths(
      part,
      keyword === 'items' || keyword === 'additionalItems'
        ? [...path, ELEMENT]
        : path,
    );
  });
}

function isSecretSchema(schema: JsonObject): boolean {
  const options = schema['ui:options'];
  const widget = isObject(options) ? options.widget : undefined;
  return (
    schema['ui:field'] === 'Secret' ||
    (schema['ui:widget'] ?? widget) === 'password' ||
    schema.format === 'password' ||
    schema.writeOnly === true
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
