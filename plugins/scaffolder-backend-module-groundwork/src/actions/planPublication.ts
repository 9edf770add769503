import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgePlace } from '../forge/ForgeAccess';
import { countFiles } from '../plan/countFiles';
import { planFiles } from '../plan/planFiles';
import type { PlannedEffect, PlannedStep } from '../plan/PlannedStep';
import type { WorkspaceFile } from '../workspace/listWorkspaceFiles';

/** Says what `forge:publish` would do. */
export async function planPublication(
  publication: {
    place: ForgePlace;
    files: readonly WorkspaceFile[];
    entityRefs: readonly string[];
    objections: readonly Error[];
  },
  owner: string,
): Promise<PlannedStep> {
  const { place, files, entityRefs, objections } = publication;
  const effects: PlannedEffect[] = [
    {
      title: `Creates the repository ${formatRepositoryName(place)}`,
      description: `With one commit of ${countFiles(
        files,
      )} in your name, owned by ${owner}`,
    },
  ];
  if (entityRefs.length > 0) {
    effects.push({
      title: `Adds ${entityRefs.join(', ')} to the catalog`,
      description: 'As soon as the catalog has read the repository',
    });
  }
  return {
    effects,
    problems: objections.map(({ message }) => message),
    files: await planFiles(files),
  };
}
