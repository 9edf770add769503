import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { lazy } from 'react';

const mermaidAddon = AddonBlueprint.make({
  name: 'mermaid',
  params: {
    name: 'Mermaid',
    location: TechDocsAddonLocations.Content,
    component: lazy(async () => {
      const { MermaidAddon } = await import('./MermaidAddon');
      return { default: MermaidAddon };
    }),
  },
});

/** Draws Mermaid diagrams in the TechDocs reader. */
export default createFrontendModule({
  pluginId: 'techdocs',
  extensions: [mermaidAddon],
});
