import { dirname, posix } from 'node:path';
import { parse } from 'yaml';
import { explainFile } from './explainFile.mjs';
import { readText } from './files.mjs';

const PLACEHOLDER = /^\$(text|json|yaml|openapi|asyncapi)$/;

/**
 * Puts the content of files where an entity names them, as the catalog does, and returns `{ entity, faults }`.
 *
 * The catalog resolves a placeholder against a URL only, so an entity that it reads from disk cannot have one.
 */
export function fillPlaceholders(entity, context) {
  const faults = [];
  const filled = fill(entity, (key, target) => {
    const found = context.repository
      ? explainTarget(key, target, context)
      : [`'${key}' is not read from a file location; write the text here`];
    faults.push(...found);
    return found.length > 0 ? '' : read(key, target, context);
  });
  return { entity: filled, faults };
}

function fill(node, replace) {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map(child => fill(child, replace));
  const [[key, target] = [], ...others] = Object.entries(node);
  if (others.length === 0 && PLACEHOLDER.test(key)) return replace(key, target);
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [name, fill(child, replace)]),
  );
}

function explainTarget(key, target, context) {
  return explainFile({ ...context, what: key, target: place(target, context) });
}

function read(key, target, context) {
  const text = readText(context.root, place(target, context));
  return /^\$(json|yaml)$/.test(key) ? parse(text) : text;
}

function place(target, { file }) {
  return posix.join(dirname(file), target);
}
