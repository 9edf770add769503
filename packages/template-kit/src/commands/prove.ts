import { Checkout } from '../prove/Checkout';
import type { Fault } from '../prove/Faults';
import type { Proof } from '../prove/Proof';
import { proveChart } from '../prove/proveChart';
import { proveRelease } from '../prove/proveRelease';
import { seedFault } from '../prove/seedFault';
import {
  listCases,
  listRiskyPairs,
  type Rendering,
} from '../template/listRenderings';
import type { Kit, Subject } from './Kit';

/** How renderings are proven. */
export interface ProveOptions {
  env: NodeJS.ProcessEnv;
  /** What is put into them afterwards. */
  faults?: Fault[];
  /** The rendering that is released as well, and its service. */
  release?: { rendering: string; service: string };
  onProof?: (proof: Proof) => void;
  /** Only renderings whose name, such as `library/full`, begins so. */
  only?: string;
}

/** What a developer runs first in a new repository, and CI on every change: install, lint, types, build, tests. */
const COMMAND = ['make', 'check'];

/** Builds the cases and the risky pairs as their first developer would, and sees whether their checks notice faults. */
export async function prove(kit: Kit, options: ProveOptions): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const report = (proof: Proof) => {
    options.onProof?.(proof);
    proofs.push(proof);
  };
  for (const subject of kit.subjects) {
    for (const rendering of listProvable(subject, options.only)) {
      await proveOne(kit, { subject, rendering, options, report });
    }
  }
  return proofs;
}

function listProvable({ template, cases }: Subject, only = ''): Rendering[] {
  return [
    ...listCases(template, cases),
    ...listRiskyPairs(template, cases),
  ].filter(({ id }) => `${template.name}/${id}`.startsWith(only));
}

async function proveOne(
  kit: Kit,
  parts: {
    subject: Subject;
    rendering: Rendering;
    options: ProveOptions;
    report: (proof: Proof) => void;
  },
): Promise<void> {
  const { subject, rendering, options, report } = parts;
  const name = `${subject.template.name}/${rendering.id}`;
  const outcome = await kit.render(subject.template, rendering.values);
  const checkout = await Checkout.create(outcome, options.env);
  try {
    const { isSuccess, seconds, tail } = await checkout.run([
      ...COMMAND,
      ...checkout.listTargets(),
    ]);
    report(
      isSuccess
        ? { name, status: 'passed', seconds }
        : { name, status: 'failed', reason: tail },
    );
    (await proveChart(checkout, name)).forEach(report);
    const { faults = [], release } = options;
    for (const fault of faults.filter(candidate => candidate.in === name)) {
      report(await seedFault(checkout, fault));
    }
    if (release?.rendering === name) {
      report(await proveRelease(checkout, release));
    }
  } finally {
    await checkout.remove();
  }
}
