import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_EXAMPLE } from '@groundwork/plugin-forge-common';

/** The note on everything that comes from an example repository. */
export const exampleCard = EntityCardBlueprint.make({
  name: 'example',
  params: {
    type: 'info',
    filter: {
      [`metadata.annotations.${ANNOTATION_EXAMPLE}`]: 'true',
    },
    loader: async () => {
      const { ExampleNote } = await import('./ExampleNote');
      return <ExampleNote />;
    },
  },
});
