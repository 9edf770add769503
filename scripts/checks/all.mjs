import { checkCatalog } from './catalog.mjs';
import { checkDependencies } from './dependencies.mjs';
import { checkDocsFacts } from './docs-facts.mjs';
import { checkDocsLinks } from './docs-links.mjs';
import { runAsProgram } from './lib/run.mjs';
import { checkReadmes } from './readmes.mjs';
import { checkResidue } from './residue.mjs';
import { checkScriptsLint } from './scripts-lint.mjs';
import { checkSeeds } from './seeds.mjs';
import { checkTsdoc } from './tsdoc.mjs';

const CHECKS = {
  catalog: checkCatalog,
  seeds: checkSeeds,
  readmes: checkReadmes,
  residue: checkResidue,
  'docs-links': checkDocsLinks,
  'docs-facts': checkDocsFacts,
  dependencies: checkDependencies,
  'scripts-lint': checkScriptsLint,
  tsdoc: checkTsdoc,
};

/**
 * Runs every check and says on the error stream which ones passed; the findings stay alone on the output stream.
 */
export async function checkAll(root) {
  const findings = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const found = await check(root);
    const result = found.length === 0 ? 'passed' : `${found.length} findings`;
    console.error(`${name}: ${result}`);
    findings.push(...found);
  }
  return findings;
}

await runAsProgram(import.meta.url, checkAll);
