import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Configuration, configurationSchema, variableNames } from './configuration.js';

export interface ConfigurationSources {
  variables: Record<string, string | undefined>;
  /** A file of `NAME=value` lines. */
  environmentFile: string;
  /** A directory in which each file is named after a variable and holds its value, as Kubernetes and Compose mount secrets. */
  secretsDirectory: string;
}

/** Says which settings keep the service from starting. Values are left out: they may be secret. */
export class InvalidConfigurationError extends Error {
  override readonly name = 'InvalidConfigurationError';
}

/** Reads the configuration: defaults < environment file < variables < mounted secrets. */
export function loadConfiguration(sources: ConfigurationSources): Configuration {
  const result = configurationSchema.safeParse({
    ...parseEnv(readIfPresent(sources.environmentFile) ?? ''),
    ...withoutUndefined(sources.variables),
    ...readSecrets(sources.secretsDirectory),
  });
  if (result.success) {
    return result.data;
  }
  const faults = result.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new InvalidConfigurationError(`The service cannot start with this configuration:\n${faults.join('\n')}`);
}

function readSecrets(directory: string): Record<string, string> {
  return withoutUndefined(
    Object.fromEntries(variableNames.map(name => [name, readIfPresent(join(directory, name))?.trimEnd()])),
  );
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw new InvalidConfigurationError(`Cannot read ${file}`, {
      cause: error,
    });
  }
}

function withoutUndefined(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
