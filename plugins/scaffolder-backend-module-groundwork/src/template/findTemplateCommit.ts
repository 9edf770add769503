import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { TemplateSource } from './TemplateSource';

/** The commit of the template of a task now; undefined for one that is in no repository of the forge. */
export async function findTemplateCommit(
  { templateInfo }: Pick<ActionContext<{}>, 'templateInfo'>,
  forge: ForgeService,
): Promise<string | undefined> {
  const metadata = templateInfo?.entity?.metadata;
  const source = metadata && (await TemplateSource.find(metadata, forge));
  return source?.commit;
}
