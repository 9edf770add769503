import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from './Checkout';
import type { Fault } from './Faults';
import { isInstalled } from './isInstalled';
import type { Proof } from './Proof';

/** Puts a fault into a checkout that was proven, and takes it out again: the check is proven when it notices. */
export async function seedFault(
  checkout: Checkout,
  fault: Fault,
): Promise<Proof> {
  const name = `${fault.in}: ${fault.check} catches ${fault.what}`;
  if (fault.needs && !isInstalled(fault.needs)) {
    return {
      name,
      status: 'skipped',
      reason: `${fault.needs} is not installed`,
    };
  }
  const file = join(checkout.directory, fault.file);
  const sound = await readFile(file, 'utf8');
  const spoiled = sound.replace(fault.from, () => fault.to);
  if (spoiled === sound) {
    return {
      name,
      status: 'failed',
      reason: `${fault.file} has no '${fault.from}'`,
    };
  }
  await writeFile(file, spoiled);
  const { isSuccess, seconds, tail } = await checkout.run([
    'sh',
    '-c',
    fault.command,
  ]);
  await writeFile(file, sound);
  const isCaught = !isSuccess && new RegExp(fault.says).test(tail);
  return isCaught
    ? { name, status: 'passed', seconds }
    : { name, status: 'failed', reason: explain(fault, isSuccess, tail) };
}

function explain(fault: Fault, isSuccess: boolean, tail: string): string {
  return isSuccess
    ? `'${fault.command}' did not notice`
    : `'${fault.command}' failed without saying '${fault.says}':\n${tail}`;
}
