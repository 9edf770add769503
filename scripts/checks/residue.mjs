import { listFiles, readText } from './lib/files.mjs';
import { MAX_LINES, RULES } from './lib/residueRules.mjs';
import { runAsProgram } from './lib/run.mjs';

const TEXT =
  /\.(cjs|css|html|js|json|md|mjs|sh|ts|tsx|ya?ml)$|(^|\/)(groundwork|Dockerfile)$/;

/** Files that hold the forbidden phrases because they look for them, that no person writes, or that cannot be split. */
const EXEMPT =
  /^scripts\/(checks|lint)\/|^examples\/seeds\.yaml$|(^|\/)(yarn\.lock|pnpm-lock\.yaml|openapi\.json)$|^templates\/[^/]+\.yaml$|\/(generated|migrations|__golden__)\//;

/**
 * Checks that no file holds what generators leave behind or what the house style rules out.
 */
export function checkResidue(root) {
  return listFiles(root, file => TEXT.test(file) && !EXEMPT.test(file)).flatMap(
    file => {
      const lines = readText(root, file).split('\n');
      const rules = RULES.filter(
        rule => rule.files.test(file) && !rule.except?.test(file),
      );
      return [
        ...lines.flatMap((text, index) =>
          rules
            .filter(rule => rule.pattern.test(text))
            .map(rule => ({ file, line: index + 1, message: rule.message })),
        ),
        ...checkLength(file, lines.length),
      ];
    },
  );
}

function checkLength(file, lines) {
  return lines <= MAX_LINES
    ? []
    : [{ file, message: `has ${lines} lines, at most ${MAX_LINES}; split it` }];
}

await runAsProgram(import.meta.url, checkResidue);
