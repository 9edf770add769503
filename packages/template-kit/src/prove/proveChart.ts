import type { Checkout } from './Checkout';
import { isInstalled } from './isInstalled';
import type { Proof } from './Proof';

const ENVIRONMENT = /^deploy\/environments\/([^/]+)\/([^/]+)\.yaml$/;

/** What the pipeline adds to the values of each deployment. */
const DEPLOYED = [
  '--set=image.repository=registry.example.com/service',
  `--set=image.digest=sha256:${'0'.repeat(64)}`,
];

/** Lints the chart with the values of each environment, and renders it. */
export async function proveChart(
  checkout: Checkout,
  rendering: string,
): Promise<Proof[]> {
  const environments = checkout
    .listPaths()
    .filter(path => ENVIRONMENT.test(path));
  if (environments.length === 0) {
    return [];
  }
  const name = `${rendering}: the chart takes the values of each environment`;
  if (!isInstalled('helm')) {
    return [{ name, status: 'skipped', reason: 'helm is not installed' }];
  }
  for (const path of environments) {
    const reason = await findFault(checkout, path);
    if (reason !== undefined) {
      return [{ name, status: 'failed', reason: `${path}: ${reason}` }];
    }
  }
  return [{ name, status: 'passed' }];
}

/** What Helm says when it cannot lint or render the chart with these values. */
async function findFault(
  checkout: Checkout,
  path: string,
): Promise<string | undefined> {
  const values = ['deploy/chart', `--values=${path}`, ...DEPLOYED];
  const results = [
    await checkout.run(['helm', 'lint', '--strict', ...values]),
    await checkout.run(['helm', 'template', 'service', ...values]),
  ];
  return results.find(({ isSuccess }) => !isSuccess)?.tail;
}
