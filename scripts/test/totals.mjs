/**
 * What a suite reports.
 *
 * @typedef {object} SuiteResult
 * @property {number} passed
 * @property {string[]} failures the name of each failed test
 * @property {{ name: string, reason: string }[]} skips each skipped test with the reason
 */

/** Adds the results of the suites up to the lines that end a test run. */
export function createTotals() {
  const totals = { passed: 0, failures: [], skips: [] };
  return {
    add: (suite, { passed, failures, skips }) => {
      if (passed + failures.length + skips.length === 0) {
        totals.failures.push(`${suite}: ran no test at all`);
      }
      totals.passed += passed;
      totals.failures.push(...failures.map(failure => `${suite}: ${failure}`));
      totals.skips.push(
        ...skips.map(({ name, reason }) => `${suite}: ${name} (${reason})`),
      );
    },
    hasFailed: () => totals.failures.length > 0,
    describe: () => [
      ...totals.skips.map(skip => `skipped  ${skip}`),
      ...totals.failures.map(failure => `FAILED   ${failure}`),
      describeCounts(totals),
    ],
  };
}

function describeCounts({ passed, failures, skips }) {
  return `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;
}
