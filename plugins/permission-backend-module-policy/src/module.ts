import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { RolePermissionPolicy } from './RolePermissionPolicy';
import { RoleAssignments } from './roles';

/** Makes the permission table and the configured roles the portal's policy. */
export const permissionModulePolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(module) {
    module.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ config, logger, policy }) {
        const roles = RoleAssignments.fromConfig(config);
        policy.setPolicy(RolePermissionPolicy.create({ roles, logger }));
      },
    });
  },
});
