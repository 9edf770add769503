import { writeFile } from 'node:fs/promises';
import type { Proof } from '../prove/Proof';

/** Says on the terminal what became of something. */
export function printProof({ name, status, seconds, reason }: Proof): void {
  const time = seconds === undefined ? '' : ` in ${seconds.toFixed(0)} s`;
  const detail = reason === undefined ? '' : `\n  ${reason}`;
  print(`${status === 'failed' ? 'FAILED' : status} ${name}${time}${detail}`);
}

/** Writes a line for a person. */
export function print(line: string): void {
  // eslint-disable-next-line no-console -- this is the command line of the kit
  console.log(line);
}

/** Writes what became of everything, for a program. */
export async function writeReport(
  file: string | undefined,
  proofs: Proof[],
): Promise<void> {
  if (file) {
    await writeFile(file, JSON.stringify(proofs, undefined, 2));
  }
}
