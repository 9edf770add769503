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

type Stored = ReturnType<typeof createStores>;

/** What is stored, and where it comes from. */
function createStores({ config, forge, knex, urlReader }: Foundation) {
  const integrations = ScmIntegrations.fromConfig(config);
  return {
    integrations,
    store: SourceStore.create(knex),
    writer: IndexWriter.create(knex),
    reader: DecisionReader.create(knex),
    proposalStore: ProposalStore.create(knex),
    sources: Sources.create({ forge, integrations, reader: urlReader }),
  };
}

/** What reads repositories into the stores, and when. */
function createIndex(foundation: Foundation, stored: Stored) {
  const { adr } = foundation;
  const { store, writer, reader, proposalStore, sources } = stored;
  const proposalRefresher = ProposalRefresher.create({
    ...foundation,
    reader,
    sources: store,
    proposals: proposalStore,
  });
  const schedule = IndexSchedule.create({
    ...foundation,
    scan: CatalogScan.create({ ...foundation, configured: adr.sources }),
    sources: store,
    writer,
    refresher: IndexRefresher.create({
      ...foundation,
      sources,
      store,
      writer,
      lint: adr.lint,
    }),
    proposals: proposalRefresher,
    refreshIntervalMs: adr.refreshIntervalMs,
    retentionMs: adr.retentionMs,
  });
  return { proposalRefresher, schedule };
}

/** What writes into repositories. */
function createWriting(
  foundation: Foundation,
  stored: Stored,
  proposalRefresher: ProposalRefresher,
) {
  const { reader, store, proposalStore } = stored;
  const changes = ChangeWriter.create(foundation);
  return {
    changes,
    places: ProposalPlaces.create({ reader, sources: store }),
    proposals: Proposals.create({
      changes,
      store: proposalStore,
      refresher: proposalRefresher,
    }),
    renumbering: Renumbering.create({
      changes,
      reader,
      proposals: proposalStore,
    }),
    transitions: Transitions.create({ changes }),
  };
}

/** What answers. */
function createAnswers(foundation: Foundation, stored: Stored) {
  const { reader, store, proposalStore } = stored;
  const people = PeopleDirectory.create(foundation);
  const log = DecisionLog.create(reader);
  return {
    entities: EntityLog.create({
      reader,
      proposals: proposalStore,
      sources: store,
    }),
    graphs: DecisionGraphs.create(reader),
    log,
    pages: DecisionPages.create({
      ...stored,
      log,
      people,
      links: SourceLinks.create({ ...foundation, ...stored }),
      forge: foundation.forge,
    }),
    waiting: WaitingList.create({ reader, people, proposals: proposalStore }),
  };
}

/** Who may do what. */
function createAccess(foundation: Foundation, { reader }: Stored) {
  const readable = ReadableEntities.create({
    ...foundation,
    listEntityRefs: () => reader.listEntityRefs(),
  });
  const permissions = DecisionPermissions.register({
    permissions: foundation.permissions,
    registry: foundation.registry,
    findOwned: ids => findOwned(reader, ids),
  });
  const caller = Caller.create({ ...foundation, readable, permissions });
  return { readable, permissions, caller };
}

/** Builds the log on its foundation. */
export function createServices(foundation: Foundation): {
  services: Services;
  schedule: IndexSchedule;
  readable: ReadableEntities;
} {
  const { adr, config } = foundation;
  const stored = createStores(foundation);
  const { schedule, proposalRefresher } = createIndex(foundation, stored);
  const { readable, permissions, caller } = createAccess(foundation, stored);
  const services: Services = {
    ...foundation,
    ...createAnswers(foundation, stored),
    ...createWriting(foundation, stored, proposalRefresher),
    appUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
    caller,
    lint: adr.lint,
    permissions,
    proposalRefresher,
    proposalStore: stored.proposalStore,
    reader: stored.reader,
    sources: stored.store,
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
