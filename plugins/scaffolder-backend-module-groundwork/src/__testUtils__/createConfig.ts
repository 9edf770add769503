import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';

/** The configuration of a test portal that keeps its state below a directory. */
export function createConfig(
  directory: string,
  connection: JsonObject | ':memory:' = ':memory:',
): JsonObject {
  return {
    app: { baseUrl: 'https://portal.example.com/base/' },
    backend: {
      baseUrl: 'http://localhost:7007',
      workingDirectory: join(directory, 'work'),
      database: { client: 'better-sqlite3', connection },
    },
    catalog: {
      rules: [{ allow: ['Component', 'API', 'Location', 'Template'] }],
      stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
      orphanStrategy: 'delete',
    },
    forge: {
      embedded: {
        directory: join(directory, 'git'),
        namespaces: [
          { name: 'acme' },
          { name: 'groundwork', creators: ['user:default/priya.raman'] },
        ],
      },
    },
    integrations: {
      gitlab: [
        {
          host: 'forge.groundwork.internal',
          baseUrl: 'https://forge.groundwork.internal',
          apiBaseUrl: 'https://forge.groundwork.internal/api/v4',
        },
      ],
    },
    lineage: { basesDirectory: join(directory, 'bases.git') },
    scaffolder: {
      taskRecovery: { enabled: true, workspaceProvider: 'startOver' },
    },
  };
}
