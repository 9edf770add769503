import { readFileSync } from 'node:fs';
import { ForgeEvents } from '@groundwork/plugin-forge-node';
import { GithubForgeHost } from '../GithubForgeHost';
import { createLogger, DANA } from './startHost';

/** Makes one repository in a process of its own, which a test kills; what to make comes as JSON. */
async function createRepository(): Promise<void> {
  const { integration, creation } = JSON.parse(readFileSync(0, 'utf8'));
  const logger = createLogger([]);
  const host = GithubForgeHost.create({
    integration,
    organizations: ['acme'],
    areApprovalsAllowed: false,
    events: ForgeEvents.create({ logger }),
    logger,
    patience: { pauseMs: 5 },
  });
  await host.createRepository({ ...creation, actor: DANA });
}

void createRepository();
