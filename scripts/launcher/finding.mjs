/**
 * What one check found. `start` and `doctor` use the same checks, so they judge alike and say the same.
 *
 * @typedef {object} Finding
 * @property {string} name what was checked
 * @property {boolean} isOk
 * @property {string} detail one sentence: what is there, or what is wrong
 * @property {string} [remedy] what the user can do
 * @property {{ summary: string, apply: () => Promise<unknown> }} [fix] what the launcher can do itself
 */

import { Problem } from './problem.mjs';

/** Reports that a check found everything in order. */
export function ok(name, detail) {
  return { name, isOk: true, detail };
}

/** Reports what a check found wrong; with a `fix` the launcher can repair it. */
export function wrong(name, detail, { remedy, fix }) {
  return {
    name,
    isOk: false,
    detail,
    remedy: remedy ?? 'Run ./groundwork doctor --fix',
    fix,
  };
}

/** Throws what a check found wrong. */
export function requireOk(finding) {
  if (!finding.isOk) {
    throw new Problem(finding.detail, finding.remedy);
  }
  return finding;
}

/** Repairs what a check found wrong when the launcher can, and throws it otherwise. */
export async function requireOrFix(finding) {
  if (finding.isOk) {
    return;
  }
  if (!finding.fix) {
    requireOk(finding);
  }
  await finding.fix.apply();
}
