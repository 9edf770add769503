import { join } from 'node:path';
import { compareComposition } from '../record/compositions';
import { compareGolden } from '../record/goldenFiles';
import { checkAddition } from '../rules/checkAddition';
import { checkCases } from '../rules/checkCases';
import { checkLayers } from '../rules/checkLayers';
import { checkReferences } from '../rules/checkReferences';
import { checkTree } from '../rules/checkTree';
import { checkUse } from '../rules/checkUse';
import { checkValues } from '../rules/checkValues';
import type { Finding } from '../rules/Finding';
import { isRecorded } from '../template/Cases';
import {
  listCases,
  listPairs,
  type Rendering,
} from '../template/listRenderings';
import type { Kit, Subject } from './Kit';

/** What was looked at, and what is wrong with it. */
export interface CheckReport {
  /** Names of renderings, such as `library/minimal`. */
  renderings: string[];
  findings: Finding[];
}

/** Judges every template, its cases, every pair of its options, and the repositories that are made of several. */
export async function check(kit: Kit): Promise<CheckReport> {
  const report: CheckReport = { renderings: [], findings: [] };
  for (const subject of kit.subjects) {
    report.findings.push(...(await checkTemplate(kit, subject)));
    const { template, cases } = subject;
    for (const rendering of [
      ...listCases(template, cases),
      ...listPairs(template, cases),
    ]) {
      const findings = await checkRendering(kit, subject, rendering);
      const name = `${template.name}/${rendering.id}`;
      report.renderings.push(name);
      report.findings.push(...placed(name, findings));
    }
  }
  report.findings.push(...(await checkUse(kit)));
  report.findings.push(...(await compareComposition(kit)));
  return report;
}

async function checkTemplate(
  { directories }: Kit,
  { template, cases }: Subject,
): Promise<Finding[]> {
  return [
    ...checkReferences(template),
    ...checkCases(template, cases),
    ...(await checkValues(template, directories.templates)),
  ];
}

async function checkRendering(
  kit: Kit,
  { template }: Subject,
  { id, values }: Rendering,
): Promise<Finding[]> {
  const { written, base, repository } = await kit.render(template, values);
  const golden = join(kit.directories.examples, 'golden', template.name, id);
  return [
    ...(isRecorded(id) ? await compareGolden(golden, written) : []),
    ...(base ? checkAddition(written, values) : []),
    ...(await checkLayers(kit.renderer, template, values)),
    ...(await checkTree(repository)),
  ];
}

function placed(rendering: string, findings: Finding[]): Finding[] {
  return findings.map(finding => ({
    ...finding,
    place: `${rendering}: ${finding.place}`,
  }));
}
