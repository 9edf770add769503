import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { ForgeSourceReader } from './ForgeSourceReader';
import type { KnownContent, Snapshot, SourceReader } from './Snapshot';
import type { SourcePlan } from './SourcePlan';
import { UrlSourceReader } from './UrlSourceReader';

/** Reads every kind of source with the reader that knows it. */
export class Sources implements SourceReader {
  readonly #readers: Record<SourcePlan['location']['kind'], SourceReader>;

  static create(options: {
    forge: ForgeService;
    reader: UrlReaderService;
    integrations: ScmIntegrations;
  }): Sources {
    return new Sources({
      forge: ForgeSourceReader.create(options),
      url: UrlSourceReader.create(options),
    });
  }

  private constructor(
    readers: Record<SourcePlan['location']['kind'], SourceReader>,
  ) {
    this.#readers = readers;
  }

  read(plan: SourcePlan, known: KnownContent): Promise<Snapshot | undefined> {
    return this.#readers[plan.location.kind].read(plan, known);
  }

  readFile(
    plan: SourcePlan,
    path: string,
    commit: string | undefined,
  ): Promise<Buffer> {
    return this.#readers[plan.location.kind].readFile(plan, path, commit);
  }
}
