import { isBuiltin } from 'node:module';

const PATTERNS = [
  /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require|require\.resolve|requireActual|resolvePackagePath)\(\s*['"]([^'"]+)['"]/g,
  /@import\s+(?:url\()?['"]([^'"]+)['"]/g,
];

/** Lists the packages that a source text imports, without Node's own modules and relative files. */
export function importedPackages(source) {
  const text = withoutComments(source);
  const names = PATTERNS.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => match[1]),
  );
  return [...new Set(names.filter(isPackage).map(packageOf))];
}

function withoutComments(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

function isPackage(name) {
  return /^[@a-z]/i.test(name) && !isBuiltin(name) && !name.includes('://');
}

function packageOf(name) {
  const parts = name.split('/');
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}
