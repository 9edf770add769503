import type {
  GeneratorBase,
  PreparerBase,
  PreparerBuilder,
  PublisherBase,
  RemoteProtocol,
} from '@backstage/plugin-techdocs-node';

/** What turns an entity into a published site. */
export interface SiteTools {
  preparers: PreparerBuilder;
  generator: GeneratorBase;
  publisher: PublisherBase;
  /** Preparers of ours, to register with TechDocs; none with the stock engine. */
  ownPreparers: Map<RemoteProtocol, PreparerBase>;
  /** Ends what builds in the background. */
  close(): Promise<void>;
}
