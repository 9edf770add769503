import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const serviceName = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: async () =>
      (await import('./serviceName/field')).serviceNameFormField,
  },
});

const repositoryPlace = FormFieldBlueprint.make({
  name: 'repository-place',
  params: {
    field: async () =>
      (await import('./repositoryPlace/field')).repositoryPlaceFormField,
  },
});

// The stock pickers take free text; fields of their names cannot be replaced, because the wizard puts its own last.
const ownerChoice = FormFieldBlueprint.make({
  name: 'owner-choice',
  params: {
    field: async () => (await import('./entityChoice/fields')).ownerFormField,
  },
});

const entityChoice = FormFieldBlueprint.make({
  name: 'entity-choice',
  params: {
    field: async () => (await import('./entityChoice/fields')).entityFormField,
  },
});

const plan = FormFieldBlueprint.make({
  name: 'plan',
  params: { field: async () => (await import('./plan/field')).planFormField },
});

/** The stock list and wizard, with the Backstage UI form and a word to those who may only look. */
const templates = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory, { node, config }) {
      const original = originalFactory({
        config: { ...config, enableBackstageUi: true },
      });
      yield* original;
      const content = original.get(coreExtensionData.reactElement);
      yield coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const { CreateFrame } = await import('./CreateFrame');
          return <CreateFrame>{content}</CreateFrame>;
        }),
      );
    },
  });

/** Create: the fields that our templates use, and the frame of the wizard. */
export const scaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    serviceName,
    repositoryPlace,
    ownerChoice,
    entityChoice,
    plan,
    templates,
  ],
});
