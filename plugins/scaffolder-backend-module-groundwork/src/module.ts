import {
  coreServices,
  createBackendModule,
  type AuthService,
  type DiscoveryService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import {
  scaffolderActionsExtensionPoint,
  scaffolderServiceRef,
  type ScaffolderService,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderWorkspaceProviderExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import {
  forgeServiceRef,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import type { Knex } from 'knex';
import { CatalogArrival } from './actions/CatalogArrival';
import { createChangeAction } from './actions/change';
import { createJoinAction } from './actions/join';
import { createPublishAction } from './actions/publish';
import { createReserveAction } from './actions/reserve';
import { CreationChecks } from './forge/CreationChecks';
import { EntityNames } from './forge/EntityNames';
import { ForgeAccess } from './forge/ForgeAccess';
import { Initiator } from './forge/Initiator';
import { JoinChecks } from './forge/JoinChecks';
import { PendingEntities } from './forge/PendingEntities';
import { LineageRecorder } from './lineage/LineageRecorder';
import { createRecordAction } from './lineage/recordAction';
import { RenderedBases } from './lineage/RenderedBases';
import { createPlanRouter } from './plan/createPlanRouter';
import { DryRuns } from './plan/DryRuns';
import { PlanQueue } from './plan/PlanQueue';
import { TemplatePlanner } from './plan/TemplatePlanner';
import {
  START_OVER,
  StartOverWorkspaces,
} from './recovery/StartOverWorkspaces';
import { TaskRecords } from './recovery/TaskRecords';
import { createLockAction } from './pnpm/lockAction';
import { migrateReservations } from './reservations/migrateReservations';
import { NameReservations } from './reservations/NameReservations';
import { isTaskOver } from './reservations/isTaskOver';

/** Adds to the scaffolder what creating on the forge needs: actions, the plan before Create, and starting over. */
export const scaffolderModuleGroundwork = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'groundwork',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        forge: forgeServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        scaffolder: scaffolderServiceRef,
        workspaces: scaffolderWorkspaceProviderExtensionPoint,
      },
      async init({ actions, workspaces, httpRouter, httpAuth, ...deps }) {
        const knex = await migrateReservations(deps.database);
        actions.addActions(...createActions({ ...deps, knex }));
        const records = await TaskRecords.create(knex);
        workspaces.addProviders({
          [START_OVER]: StartOverWorkspaces.create({ records }),
        });
        const planner = TemplatePlanner.create({
          ...deps,
          dryRuns: DryRuns.create(deps),
          queue: new PlanQueue(),
        });
        httpRouter.use(createPlanRouter({ httpAuth, planner }));
      },
    });
  },
});

function createActions(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  forge: ForgeService;
  knex: Knex;
  scaffolder: ScaffolderService;
}) {
  const { config, knex } = deps;
  const access = ForgeAccess.create(deps);
  const checks = createChecks(deps, access);
  const bases = RenderedBases.fromConfig(config);
  const services = {
    ...deps,
    access,
    arrival: CatalogArrival.create(deps),
    baseUrl: config.getString('app.baseUrl'),
    initiator: Initiator.create(deps),
    recorder: LineageRecorder.create({ ...deps, bases }),
    reservations: NameReservations.create({
      knex,
      isOver: taskId => isTaskOver(taskId, deps),
    }),
  };
  return [
    createReserveAction({ ...services, checks: checks.creation }),
    createJoinAction({ ...services, checks: checks.join }),
    createRecordAction(services),
    createPublishAction(services),
    createChangeAction(services),
    createLockAction(),
  ];
}

function createChecks(
  deps: { auth: AuthService; catalog: CatalogService; forge: ForgeService },
  access: ForgeAccess,
) {
  const names = EntityNames.create(deps);
  const pending = PendingEntities.create(deps);
  return {
    creation: CreationChecks.create({ access, names }),
    join: JoinChecks.create({ access, names, pending }),
  };
}
