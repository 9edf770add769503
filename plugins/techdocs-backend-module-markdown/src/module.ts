import {
  coreServices,
  createBackendModule,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  type GeneratorBase,
  type TechdocsGenerator,
  type TechdocsGeneratorExtensionPoint,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { readEngine } from './config/readEngine';
import { MarkdownGenerator } from './generator/MarkdownGenerator';
import { FingerprintingPreparer } from './prepare/FingerprintingPreparer';
import { PruningPublisher } from './publish/PruningPublisher';

/**
 * Makes TechDocs render documentation in process, without Python, unless `techdocs.generator.engine` says `mkdocs`.
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
        reader: coreServices.urlReader,
        generators: techdocsGeneratorExtensionPoint,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
      },
      async init({ generators, preparers, publishers, ...deps }) {
        const { config, logger } = deps;
        if (readEngineOrRefuse(config, generators) === 'mkdocs') {
          logger.info('TechDocs renders with mkdocs, as configured');
          return;
        }
        setGenerator(generators, MarkdownGenerator.fromConfig(config));
        preparers.registerPreparer(
          'dir',
          FingerprintingPreparer.fromConfig(config, deps),
        );

        const publisher = await PruningPublisher.fromConfig(config, deps);
        if (publisher) {
          publishers.registerPublisher('local', publisher);
        }
      },
    });
  },
});

/** Without a generator of ours TechDocs would run mkdocs, which nobody chose and which runs code of the source. */
function readEngineOrRefuse(
  config: RootConfigService,
  generators: TechdocsGeneratorExtensionPoint,
) {
  try {
    return readEngine(config);
  } catch (error) {
    setGenerator(generators, { run: () => Promise.reject(error) });
    throw error;
  }
}

function setGenerator(
  generators: TechdocsGeneratorExtensionPoint,
  generator: GeneratorBase,
) {
  // The extension point asks for the stock class, but TechDocs only calls its run().
  generators.setTechdocsGenerator(generator as unknown as TechdocsGenerator);
}
