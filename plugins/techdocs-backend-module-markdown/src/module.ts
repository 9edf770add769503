import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  type TechdocsGenerator,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { createSiteTools } from './createSiteTools';
import { readEngine } from './readEngine';

/**
 * Makes TechDocs render documentation without Python, unless `techdocs.generator.engine` says `mkdocs`.
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        reader: coreServices.urlReader,
        generators: techdocsGeneratorExtensionPoint,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
      },
      async init({ config, generators, preparers, publishers, ...deps }) {
        const tools = await createSiteTools(config, deps);
        deps.lifecycle.addShutdownHook(() => tools.close());
        // The extension point asks for the stock class, but TechDocs only calls its run().
        const generator = tools.generator as unknown as TechdocsGenerator;
        generators.setTechdocsGenerator(generator);
        if (readEngine(config) === 'mkdocs') {
          deps.logger.info('TechDocs renders with mkdocs, as configured');
          return;
        }
        tools.ownPreparers.forEach((preparer, protocol) =>
          preparers.registerPreparer(protocol, preparer),
        );
        // TechDocs takes whatever is registered, under any of its names.
        publishers.registerPublisher('local', tools.publisher);
      },
    });
  },
});
