import { join } from 'node:path';
import { updateCompositions } from '../record/compositions';
import { writeGolden } from '../record/goldenFiles';
import { isRecorded } from '../template/Cases';
import { listCases } from '../template/listRenderings';
import type { Kit } from './Kit';

/**
 * Records anew what the cases write.
 *
 * @returns the directories that were written
 */
export async function update(kit: Kit): Promise<string[]> {
  const directories: string[] = [];
  for (const { template, cases } of kit.subjects) {
    const recorded = listCases(template, cases).filter(({ id }) =>
      isRecorded(id),
    );
    for (const { id, values } of recorded) {
      const { written } = await kit.render(template, values);
      const { examples } = kit.directories;
      const directory = join(examples, 'golden', template.name, id);
      await writeGolden(directory, written);
      directories.push(directory);
    }
  }
  return [...directories, ...(await updateCompositions(kit))];
}
