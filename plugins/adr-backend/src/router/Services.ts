import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { LintSettings } from '@groundwork/plugin-adr-common';
import type { DecisionPermissions } from '../access/DecisionPermissions';
import type { DecisionReader } from '../database/DecisionReader';
import type { ProposalStore } from '../database/ProposalStore';
import type { SourceStore } from '../database/SourceStore';
import type { Clock } from '../index/Clock';
import type { ProposalRefresher } from '../index/ProposalRefresher';
import type { DecisionGraphs } from '../log/DecisionGraphs';
import type { DecisionLog } from '../log/DecisionLog';
import type { DecisionPages } from '../log/DecisionPages';
import type { EntityLog } from '../log/EntityLog';
import type { WaitingList } from '../log/WaitingList';
import type { ChangeWriter } from '../write/ChangeWriter';
import type { ProposalPlaces } from '../write/ProposalPlaces';
import type { Proposals } from '../write/Proposals';
import type { Renumbering } from '../write/Renumbering';
import type { Transitions } from '../write/Transitions';
import type { Caller } from './Caller';

/** What the handlers of the API ask. */
export interface Services {
  appUrl: string;
  caller: Caller;
  catalog: CatalogService;
  changes: ChangeWriter;
  clock: Clock;
  entities: EntityLog;
  graphs: DecisionGraphs;
  lint: LintSettings;
  log: DecisionLog;
  pages: DecisionPages;
  permissions: DecisionPermissions;
  places: ProposalPlaces;
  proposals: Proposals;
  proposalRefresher: ProposalRefresher;
  proposalStore: ProposalStore;
  reader: DecisionReader;
  renumbering: Renumbering;
  sources: SourceStore;
  transitions: Transitions;
  userInfo: UserInfoService;
  waiting: WaitingList;
}
