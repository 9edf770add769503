import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  DEFAULT_SETTINGS,
  RULE_IDS,
  SEVERITIES,
  type LintSettings,
} from '@groundwork/plugin-adr-common';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A folder that the configuration names, and the entity that its decisions are about. */
export interface ConfiguredSource {
  entityRef: string;
  url: string;
}

/** What `adr` in the configuration says. */
export interface AdrConfig {
  refreshIntervalMs: number;
  retentionMs: number;
  sources: ConfiguredSource[];
  lint: LintSettings;
}

/** Reads `adr`; what is wrong with it stops the start. */
export function readAdrConfig(config: Config): AdrConfig {
  return {
    refreshIntervalMs: readMillis(config, 'adr.refreshInterval', 10 * MINUTE),
    retentionMs: readMillis(config, 'adr.retention', 7 * DAY),
    sources: (config.getOptionalConfigArray('adr.sources') ?? []).map(
      source => ({
        entityRef: stringifyEntityRef(
          parseEntityRef(source.getString('entity')),
        ),
        url: readUrl(source),
      }),
    ),
    lint: readLint(config),
  };
}

function readMillis(config: Config, key: string, fallback: number): number {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallback;
}

function readUrl(source: Config): string {
  const url = source.getString('url');
  if (!URL.canParse(url)) {
    throw new InputError(`adr.sources names '${url}', which is no address`);
  }
  return url;
}

function readLint(config: Config): LintSettings {
  const rules: LintSettings['rules'] = { ...DEFAULT_SETTINGS.rules };
  const section = config.getOptionalConfig('adr.lint.rules');
  for (const key of section?.keys() ?? []) {
    const rule = RULE_IDS.find(id => id === key);
    const text = section?.getString(key);
    const level = [...SEVERITIES, 'off' as const].find(name => name === text);
    if (!rule || !level) {
      throw new InputError(
        `adr.lint.rules sets '${key}' to '${text}'; rules are ${RULE_IDS.join(
          ', ',
        )}, and can be ${SEVERITIES.join(', ')} or off`,
      );
    }
    rules[rule] = level;
  }
  return {
    rules,
    proposedDays:
      config.getOptionalNumber('adr.lint.proposedDays') ??
      DEFAULT_SETTINGS.proposedDays,
  };
}
