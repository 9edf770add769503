import type {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { Knex } from 'knex';
import { DecisionPermissions } from './access/DecisionPermissions';
import { ReadableEntities } from './access/ReadableEntities';
import { CatalogScan } from './catalog/CatalogScan';
import type { AdrConfig } from './config/readAdrConfig';
import { DecisionReader } from './database/DecisionReader';
import { IndexWriter } from './database/IndexWriter';
import { ProposalStore } from './database/ProposalStore';
import { SourceStore } from './database/SourceStore';
import type { Clock } from './index/Clock';
import { IndexRefresher } from './index/IndexRefresher';
import { IndexSchedule } from './index/IndexSchedule';
import { ProposalRefresher } from './index/ProposalRefresher';
import { DecisionGraphs } from './log/DecisionGraphs';
import { DecisionLog } from './log/DecisionLog';
import { DecisionPages } from './log/DecisionPages';
import { EntityLog } from './log/EntityLog';
import { PeopleDirectory } from './log/PeopleDirectory';
import { SourceLinks } from './log/SourceLinks';
import { WaitingList } from './log/WaitingList';
import { Caller } from './router/Caller';
import type { Services } from './router/Services';
import { Sources } from './sources/Sources';
import { ChangeWriter } from './write/ChangeWriter';
import { ProposalPlaces } from './write/ProposalPlaces';
import { Proposals } from './write/Proposals';
import { Renumbering } from './write/Renumbering';
import { Transitions } from './write/Transitions';

/** What the log is built on. */
export interface Foundation {
  adr: AdrConfig;
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  config: RootConfigService;
  forge: ForgeService;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  registry: PermissionsRegistryService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  /** Called after the log has changed. */
  onChange(): void;
}

/** What is stored, and what reads repositories into it. */
function createIndex(foundation: Foundation) {
  const { adr, forge, knex, logger, clock, onChange, config } = foundation;
  const integrations = ScmIntegrations.fromConfig(config);
  const store = SourceStore.create(knex);
  const writer = IndexWriter.create(knex);
  const reader = DecisionReader.create(knex);
  const proposalStore = ProposalStore.create(knex);
  const sources = Sources.create({
    forge,
    integrations,
    reader: foundation.urlReader,
  });
  const refresher = IndexRefresher.create({
    sources,
    store,
    writer,
    forge,
    lint: adr.lint,
    logger,
    clock,
    onChange,
  });
  const proposalRefresher = ProposalRefresher.create({
    forge,
    reader,
    sources: store,
    proposals: proposalStore,
    logger,
    onChange,
  });
  const schedule = IndexSchedule.create({
    scan: CatalogScan.create({ ...foundation, configured: adr.sources }),
    sources: store,
    writer,
    refresher,
    proposals: proposalRefresher,
    forge,
    logger,
    clock,
    refreshIntervalMs: adr.refreshIntervalMs,
    retentionMs: adr.retentionMs,
  });
  return {
    integrations,
    store,
    reader,
    proposalStore,
    proposalRefresher,
    sources,
    schedule,
  };
}

/** What answers, and what writes. */
export function createServices(foundation: Foundation): {
  services: Services;
  schedule: IndexSchedule;
  readable: ReadableEntities;
} {
  const { adr, config, permissions, registry } = foundation;
  const index = createIndex(foundation);
  const { reader, store, proposalStore, proposalRefresher, schedule } = index;
  const people = PeopleDirectory.create(foundation);
  const log = DecisionLog.create(reader);
  const readable = ReadableEntities.create({
    ...foundation,
    listEntityRefs: () => reader.listEntityRefs(),
  });
  const decisionPermissions = DecisionPermissions.register({
    permissions,
    registry,
    findOwned: ids => findOwned(reader, ids),
  });
  const changes = ChangeWriter.create(foundation);
  const services: Services = {
    ...foundation,
    appUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
    caller: Caller.create({
      ...foundation,
      readable,
      permissions: decisionPermissions,
    }),
    changes,
    entities: EntityLog.create({
      reader,
      proposals: proposalStore,
      sources: store,
    }),
    graphs: DecisionGraphs.create(reader),
    lint: adr.lint,
    log,
    pages: DecisionPages.create({
      ...index,
      log,
      people,
      links: SourceLinks.create({ ...foundation, ...index }),
      forge: foundation.forge,
    }),
    permissions: decisionPermissions,
    places: ProposalPlaces.create({ reader, sources: store }),
    proposals: Proposals.create({
      changes,
      store: proposalStore,
      refresher: proposalRefresher,
    }),
    proposalRefresher,
    proposalStore,
    reader,
    renumbering: Renumbering.create({
      changes,
      reader,
      proposals: proposalStore,
    }),
    sources: store,
    transitions: Transitions.create({ changes }),
    waiting: WaitingList.create({ reader, people, proposals: proposalStore }),
  };
  return { services, schedule, readable };
}

async function findOwned(reader: DecisionReader, ids: string[]) {
  const rows = new Map((await reader.listByIds(ids)).map(row => [row.id, row]));
  return ids.map(id => {
    const row = rows.get(id);
    return row && { ownerRef: row.owner_ref ?? undefined };
  });
}
