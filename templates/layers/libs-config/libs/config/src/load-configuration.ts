import { z } from 'zod';
import { type ConfigurationSources, readSources, standardSources } from './sources.js';

/** Says which settings keep a program from starting. Their values are left out: they may be secret. */
export class InvalidConfigurationError extends Error {
  override readonly name = 'InvalidConfigurationError';
  /** The names of the settings that are missing or invalid. */
  readonly settings: readonly string[];

  constructor(faults: readonly { setting: string; message: string }[]) {
    const lines = faults.map(({ setting, message }) => `  ${setting} ${message}`);
    super(`Cannot start with this configuration:\n${lines.join('\n')}`);
    this.settings = faults.map(({ setting }) => setting);
  }
}

/**
 * Reads and checks everything that a program can be configured with:
 * defaults < environment file < variables < mounted secrets.
 */
export function loadConfiguration<Shape extends z.ZodRawShape>(
  settings: z.ZodObject<Shape>,
  sources: ConfigurationSources = standardSources(),
): Readonly<z.output<z.ZodObject<Shape>>> {
  const values = readSources(Object.keys(settings.shape), sources);
  const result = settings.safeParse(values);
  if (result.success) {
    return Object.freeze(result.data);
  }
  const faults = result.error.issues.map(issue => {
    const setting = issue.path.join('.');
    return { setting, message: setting in values ? issue.message : 'is not set' };
  });
  throw new InvalidConfigurationError(faults);
}
