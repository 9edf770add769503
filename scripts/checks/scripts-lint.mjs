import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { listFiles } from './lib/files.mjs';
import { runAsProgram } from './lib/run.mjs';

/** Programs outside the packages, which have a lint of their own. */
const PROGRAM = /^(scripts|benchmarks)\/.*\.(js|mjs)$|^e2e\/.*\.(mjs|ts)$/;

/**
 * Checks the programs outside the packages with the rules beside them.
 */
export async function checkScriptsLint(root) {
  const files = listFiles(root, file => PROGRAM.test(file));
  if (files.length === 0) return [];
  const eslint = new ESLint({ cwd: root });
  const results = await eslint.lintFiles(files);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message, ruleId }) => ({
      file: relative(root, filePath),
      line,
      message: `${message} (${ruleId ?? 'syntax'})`,
    })),
  );
}

await runAsProgram(import.meta.url, checkScriptsLint);
