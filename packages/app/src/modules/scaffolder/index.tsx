import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import {
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
  TemplateCard,
} from '@backstage/plugin-scaffolder-react/alpha';
import { z } from 'zod';
import { CreateOutputs } from './outcome/CreateOutputs';

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

// The stock checkbox leaves out the description, which says what the choice does.
const option = FormFieldBlueprint.make({
  name: 'option',
  params: {
    field: async () => (await import('./option/field')).optionFormField,
  },
});

const plan = FormFieldBlueprint.make({
  name: 'plan',
  params: { field: async () => (await import('./plan/field')).planFormField },
});

/** The result page of the templates that open changes; others keep the stock one. */
const outputs = scaffolderTemplateOutputsBlueprint.makeWithOverrides({
  name: 'change',
  configSchema: {
    templateRefs: z
      .array(z.string())
      .default(['template:default/library', 'template:default/nestjs-service']),
  },
  factory: (originalFactory, { config }) =>
    originalFactory({
      component: CreateOutputs,
      templateRefs: config.templateRefs,
    }),
});

const templateCard = SwappableComponentBlueprint.make({
  name: 'scaffolder-template-card',
  params: define =>
    define({
      component: TemplateCard,
      loader: async () =>
        (await import('./templateCard/TemplateCard')).TemplateCard,
    }),
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
    option,
    plan,
    outputs,
    templates,
  ],
});

/** The card of a template; a component that is swapped belongs to the app. */
export const templateCardModule = createFrontendModule({
  pluginId: 'app',
  extensions: [templateCard],
});
