import { inspect } from 'node:util';
import { isError } from '@backstage/errors';
import type { GithubForgeHostOptions } from '../GithubForgeHost';
import { startHost, type Stage } from './startHost';

/**
 * Starts a fake and a host before each test.
 *
 * @remarks
 * After each test it expects that no request was against GitHub's documentation, and that no token was logged.
 */
export function useStage(
  options: {
    credentials?: 'token' | 'app';
  } & Partial<GithubForgeHostOptions> = {},
): () => Stage {
  let stage: Stage | undefined;
  // Each request to the fake starts Git several times, which takes its time on a busy machine.
  jest.setTimeout(30_000);

  beforeEach(async () => {
    stage = await startHost(options);
  });

  afterEach(async () => {
    await stage?.stop();
    expect(stage?.fake.violations).toEqual([]);
    expectNoSecrets(stage, stage?.logs);
  });

  return () => {
    if (!stage) {
      throw new Error('The stage is there within tests only');
    }
    return stage;
  };
}

/** Expects that no token that the fake ever gave out is anywhere in a value. */
export function expectNoSecrets(
  stage: Stage | undefined,
  value: unknown,
): void {
  const said = inspect(value, { depth: 20, showHidden: true });
  const secrets = stage?.fake.world.accounts.secrets ?? [];
  expect(secrets.filter(secret => said.includes(secret))).toEqual([]);
}

/** The error that a call ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  // Errors of Node itself are of another realm than the tests.
  if (isError(outcome)) {
    return outcome;
  }
  throw new Error('The call ended well, and should not have');
}
