import { formatCatalogFileUrl } from '@groundwork/plugin-catalog-backend-module-forge';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { CatalogWatch } from './CatalogWatch';

/** Tells the watch what the catalog is about to read. */
export function followForge(
  forge: ForgeService,
  watch: Pick<CatalogWatch, 'expectChange' | 'expectContent'>,
): void {
  forge.events.on('push', async event => {
    if (event.isDefaultBranch) {
      const branch = event.ref.replace(/^refs\/heads\//, '');
      const host = forge.getHost(event.host);
      await watch.expectContent(
        `url:${formatCatalogFileUrl(host, event, branch)}`,
      );
    }
  });
  forge.events.on('repository', () => watch.expectChange());
}
