import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Checkout } from './Checkout';
import type { Proof } from './Proof';

/** A feature makes the first version, a change of docs none, and a correction the next. */
const HISTORY: [message: string, version: string][] = [
  ['feat: offer it', 'v1.0.0'],
  ['docs: say more', 'v1.0.0'],
  ['fix: mend it', 'v1.0.1'],
];

/** Releases a service from a repository that no hosting service has. */
export async function proveRelease(
  checkout: Checkout,
  { rendering, service }: { rendering: string; service: string },
): Promise<Proof> {
  const name = `${rendering}: releases ${service} on a bare remote`;
  const remote = await mkdtemp(join(tmpdir(), 'groundwork-remote-'));
  const started = performance.now();
  try {
    await connect(checkout, remote);
    for (const [message, expected] of HISTORY) {
      const version = await release(checkout, { service, message });
      if (version !== expected) {
        const reason = `'${message}' led to ${version}, not to ${expected}`;
        return { name, status: 'failed', reason };
      }
    }
    const seconds = (performance.now() - started) / 1000;
    return { name, status: 'passed', seconds };
  } catch (error) {
    return { name, status: 'failed', reason: String(error) };
  } finally {
    await rm(remote, { recursive: true, force: true });
  }
}

async function connect(checkout: Checkout, remote: string): Promise<void> {
  await checkout.must(
    `git init --quiet --bare --initial-branch main ${remote}`,
  );
  await checkout.must(`git remote add origin ${pathToFileURL(remote)}`);
  await checkout.must('git push --quiet origin main');
  await checkout.must(
    'pnpm install --frozen-lockfile --ignore-workspace --dir tools/release',
  );
}

/** Changes a service, releases it, and reads its newest version from the remote. */
async function release(
  checkout: Checkout,
  change: { service: string; message: string },
): Promise<string> {
  const { service, message } = change;
  const readme = `services/${service}/README.md`;
  await appendFile(join(checkout.directory, readme), `\n${message}\n`);
  await checkout.commitAll(message);
  await checkout.must('git push --quiet origin main');
  await checkout.must(`sh tools/release/release.sh ${service}`);
  await checkout.must('git fetch --quiet origin main');
  const { tail } = await checkout.must(
    'git ls-remote --tags --sort=version:refname origin',
  );
  const changelog = await checkout.must(
    `git show origin/main:services/${service}/CHANGELOG.md`,
  );
  const tag = tail.trim().split('\n').at(-1)?.split(`/${service}-`).at(-1);
  return tag && changelog.tail.includes(tag.slice(1)) ? tag : 'none';
}
