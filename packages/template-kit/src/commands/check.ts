import { join } from 'node:path';
import { compareComposition } from '../record/compositions';
import { compareGolden } from '../record/goldenFiles';
import { checkAddition } from '../rules/checkAddition';
import { checkCases } from '../rules/checkCases';
import { checkLayers } from '../rules/checkLayers';
import { checkReferences } from '../rules/checkReferences';
import { checkTree } from '../rules/checkTree';
import { checkUse, listUsed } from '../rules/checkUse';
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
  const used: string[] = [];
  for (const subject of kit.subjects) {
    const { template, cases } = subject;
    report.findings.push(...(await checkTemplate(kit, subject)));
    for (const rendering of listCases(template, cases)) {
      const layers = await checkRendering(kit, { subject, rendering, report });
      used.push(...listUsed(template, layers));
    }
    for (const rendering of listPairs(template, cases)) {
      await checkRendering(kit, { subject, rendering, report });
    }
  }
  report.findings.push(...(await checkUse(kit, used)));
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

/** Returns what each layer wrote, by its step. */
async function checkRendering(
  kit: Kit,
  parts: { subject: Subject; rendering: Rendering; report: CheckReport },
): Promise<ReadonlyMap<string, string[]>> {
  const { template } = parts.subject;
  const { id, values } = parts.rendering;
  const { written, base, repository } = await kit.render(template, values);
  const layers = await kit.renderer.renderLayers(template, { values });
  const golden = join(kit.directories.examples, 'golden', template.name, id);
  const name = `${template.name}/${id}`;
  parts.report.renderings.push(name);
  parts.report.findings.push(
    ...placed(name, [
      ...(isRecorded(id) ? await compareGolden(golden, written) : []),
      ...(base ? checkAddition(written, values) : []),
      ...checkLayers(layers),
      ...(await checkTree(repository)),
    ]),
  );
  return layers;
}

function placed(rendering: string, findings: Finding[]): Finding[] {
  return findings.map(finding => ({
    ...finding,
    place: `${rendering}: ${finding.place}`,
  }));
}
