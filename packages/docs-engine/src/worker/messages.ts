import type { SerializedError } from '@backstage/errors';
import type { RenderedPage } from '../page/Page';
import type { BuiltSite } from '../site/buildSite';
import type { SiteJob, SiteStep } from '../site/SiteHost';

/** What the thread that builds is told. */
export type WorkerRequest =
  | { type: 'build'; job: SiteJob }
  | { type: 'pages'; pages: Map<string, RenderedPage> };

/** What the thread that builds tells. */
export type WorkerReport =
  | { type: 'begin'; step: SiteStep }
  | { type: 'find'; keys: string[] }
  | { type: 'keep'; key: string; page: RenderedPage }
  | { type: 'built'; site: BuiltSite }
  | { type: 'failed'; error: SerializedError };
