import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readFaults } from './prove/Faults';
import { treeRules } from './rules/tree/treeRules';

const home = resolve(__dirname, '..');
const examples = resolve(home, '..', '..', 'examples');

/** Findings that the tests of the kit provoke, and the release that `prove` makes. */
const OF_THE_KIT = ['addition-elsewhere', 'release'];

const promises = z.array(
  z.union([
    z.strictObject({
      promise: z.string(),
      of: z.enum(['service', 'platform']),
      proof: z.array(z.string()).min(1),
    }),
    z.strictObject({
      promise: z.string(),
      of: z.enum(['service', 'platform']),
      absent: z.string(),
    }),
  ]),
);

async function readProofs() {
  const text = await readFile(resolve(home, 'promises.yaml'), 'utf8');
  return promises
    .parse(parse(text))
    .flatMap(promise => ('proof' in promise ? promise.proof : []));
}

const readKnownFaults = () => readFaults(resolve(home, 'faults.yaml'));

/** Where what a fault spoils is recorded. */
const directories: Record<string, string> = {
  'nestjs-service/accounts': 'platform',
};

describe('what golden paths promise', () => {
  it('is proven by a rule or by a check with a seeded fault', async () => {
    const faults = await readKnownFaults();
    const known = new Set([
      ...treeRules.map(({ id }) => id),
      ...faults.map(({ check }) => check),
      ...OF_THE_KIT,
    ]);

    expect((await readProofs()).filter(proof => !known.has(proof))).toEqual([]);
  });

  it('has a use for every rule and every fault', async () => {
    const used = new Set(await readProofs());
    const faults = await readKnownFaults();

    expect(
      [
        ...treeRules.map(({ id }) => id),
        ...faults.map(({ check }) => check),
      ].filter(id => !used.has(id)),
    ).toEqual([]);
  });

  it('is spoiled by faults in what is recorded', async () => {
    for (const fault of await readKnownFaults()) {
      const directory = directories[fault.in] ?? `golden/${fault.in}`;
      const text = await readFile(
        resolve(examples, directory, fault.file),
        'utf8',
      );

      expect(text).toContain(fault.from);
    }
  });
});
