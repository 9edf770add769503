import { check } from '../commands/check';
import { Kit, type KitDirectories } from '../commands/Kit';
import { formatFinding } from '../rules/Finding';
import { print, writeReport } from './report';

/** `yarn templates check` */
export async function runCheck(
  directories: KitDirectories,
  { report }: { report?: string },
): Promise<number> {
  const { renderings, findings } = await Kit.with(directories, check);
  findings.map(formatFinding).forEach(print);
  print(`${renderings.length} renderings, ${findings.length} findings`);
  await writeReport(report, [
    ...renderings.map(name => ({
      name: `${name} is rendered and checked`,
      status: 'passed' as const,
    })),
    ...findings.map(finding => ({
      name: formatFinding(finding),
      status: 'failed' as const,
    })),
  ]);
  return findings.length === 0 ? 0 : 1;
}
