import { join } from 'node:path';
import { Kit, type KitDirectories } from '../commands/Kit';
import { prove } from '../commands/prove';
import { bringPnpm } from '../prove/bringPnpm';
import { readFaults } from '../prove/Faults';
import type { Proof } from '../prove/Proof';
import { describeTools, recordProof } from '../prove/recordProof';
import { print, printProof, writeReport } from './report';

const RELEASE = { rendering: 'nestjs-service/alone', service: 'note-service' };

interface Options {
  root: string;
  only?: string;
  record?: boolean;
  report?: string;
}

/** `yarn templates prove` */
export async function runProve(
  directories: KitDirectories,
  { root, only, record, report }: Options,
): Promise<number> {
  const env = await bringPnpm(join(root, 'var', 'tools'), process.env);
  const faults = await readFaults(
    join(root, 'packages', 'template-kit', 'faults.yaml'),
  );
  return Kit.with(directories, async kit => {
    const proofs = await prove(kit, {
      env,
      faults,
      release: RELEASE,
      only,
      onProof: printProof,
    });
    await writeReport(report, proofs);
    if (record) {
      await recordAll(kit, proofs);
    }
    return proofs.every(({ status }) => status !== 'failed') ? 0 : 1;
  });
}

/** Records the templates of which every proof succeeded. */
async function recordAll(kit: Kit, proofs: Proof[]): Promise<void> {
  const { templates } = kit.directories;
  const proof = { date: new Date(), tools: await describeTools(templates) };
  for (const { template } of kit.subjects) {
    const own = proofs.filter(({ name }) =>
      name.startsWith(`${template.name}/`),
    );
    if (own.length > 0 && own.every(({ status }) => status !== 'failed')) {
      await recordProof(templates, template, proof);
      print(`recorded ${template.name}`);
    }
  }
}
