import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs a check when its file is the program, so that the same file is also a module for the tests.
 *
 * A check takes the root of a repository and returns findings `{ file, line?, message }`, where the message
 * says what is wrong and what to do. The process ends with 1 when there are findings.
 */
export async function runAsProgram(moduleUrl, check) {
  const program = process.argv[1];
  if (!program || moduleUrl !== pathToFileURL(resolve(program)).href) return;
  const findings = await check(resolve(process.argv[2] ?? '.'));
  findings.forEach(finding => console.log(format(finding)));
  if (findings.length > 0) process.exitCode = 1;
}

/** Writes a finding as one line that terminals and editors turn into a link. */
export function format({ file, line, message }) {
  return line === undefined
    ? `${file}: ${message}`
    : `${file}:${line}: ${message}`;
}
