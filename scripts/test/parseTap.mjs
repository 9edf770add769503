const TEST_LINE = /^(\s*)(not ok|ok) \d+ - (.*?)(?: # (skip|todo)\b ?(.*))?$/i;

/**
 * Reads the report of Node's test runner.
 *
 * @remarks Lines of a group (`type: 'suite'`) repeat the result of its tests, so only the groups' own tests count.
 */
export function parseTap(report) {
  const lines = report.split('\n');
  const result = { passed: 0, failures: [], skips: [] };
  lines.forEach((line, index) => {
    const [, , status, name, directive, reason] = TEST_LINE.exec(line) ?? [];
    if (status === undefined || isSuite(lines, index)) {
      return;
    }
    if (directive) {
      result.skips.push({
        name,
        reason: reason || `marked ${directive.toLowerCase()} without a reason`,
      });
    } else if (status === 'ok') {
      result.passed += 1;
    } else {
      result.failures.push(name);
    }
  });
  return result;
}

/** The details of a test stand in the indented block after its line. */
function isSuite(lines, index) {
  const end = lines.findIndex(
    (line, at) => at > index && line.trim() === '...',
  );
  return lines
    .slice(index + 1, end < 0 ? undefined : end)
    .some(line => /^\s+type: 'suite'$/.test(line));
}
