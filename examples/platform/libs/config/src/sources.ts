import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** Where values come from. A later source wins over an earlier one, and all win over the defaults. */
export interface ConfigurationSources {
  /** The path of a file of `NAME=value` lines. */
  environmentFile: string;
  variables: Record<string, string | undefined>;
  /** A directory in which each file is named after a setting and holds its value, as Kubernetes and Compose mount secrets. */
  secretsDirectory: string;
}

/** Where `make local` puts the secrets of a checkout. */
const LOCAL_SECRETS = '.secrets';

/** The sources of a program that was started in the usual way. */
export function standardSources(variables: NodeJS.ProcessEnv = process.env): ConfigurationSources {
  return {
    environmentFile: variables['ENVIRONMENT_FILE'] ?? '.env',
    variables,
    secretsDirectory: variables['SECRETS_DIRECTORY'] ?? (existsSync(LOCAL_SECRETS) ? LOCAL_SECRETS : '/run/secrets'),
  };
}

/** Reads the values of the named settings, as text, by precedence. */
export function readSources(names: readonly string[], sources: ConfigurationSources): Record<string, string> {
  const file: Record<string, string | undefined> = parseEnv(readIfPresent(sources.environmentFile) ?? '');
  const found = names.map(name => {
    const mounted = readIfPresent(join(sources.secretsDirectory, name))?.trimEnd();
    return [name, mounted ?? sources.variables[name] ?? file[name]];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}
