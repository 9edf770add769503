/**
 * A portal in a process of its own, which dies of SIGKILL at every step with the action `test:crash`, once each. Its state is
 * below the directory of the first argument; the second is its port.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import catalogModuleForge from '@groundwork/plugin-catalog-backend-module-forge';
// The real forge, which no other code of the module imports.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import forgeFeatures from '@groundwork/plugin-forge-backend';
import scaffolderModuleGroundwork from '..';
import { actionFeature } from './action';
import { createConfig } from './createConfig';

const [directory, port] = process.argv.slice(2);
const config = createConfig(directory, { directory: join(directory, 'db') });

/** Kills the process the first time that each of its steps is reached. */
const crash = actionFeature('test:crash', async ({ step }) => {
  const marker = join(directory, `crashed-at-${step?.id}`);
  if (!existsSync(marker)) {
    writeFileSync(marker, '');
    process.kill(process.pid, 'SIGKILL');
  }
});

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      ...config,
      backend: {
        ...(config.backend as object),
        baseUrl: `http://localhost:${port}`,
        listen: { host: '127.0.0.1', port: Number(port) },
      },
      scaffolder: {
        taskRecovery: {
          enabled: true,
          workspaceProvider: 'startOver',
          staleTimeout: { seconds: 3 },
        },
      },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(forgeFeatures);
backend.add(catalogPlugin);
backend.add(templateModel);
backend.add(catalogModuleForge);
backend.add(scaffolderPlugin);
backend.add(scaffolderModuleGroundwork);
backend.add(crash);
backend.start();
