import { z } from 'zod';

const wholeNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number')
  .transform(Number);

/** Every variable that the service reads, with its default. */
const variables = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: wholeNumber.pipe(z.number().max(65535)).prefault('3010'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** How long a stopping service still answers, so that load balancers notice that it is not ready any more. */
  DRAIN_SECONDS: wholeNumber.prefault('5'),
});

export type VariableName = keyof typeof variables.shape;

export const variableNames = Object.keys(variables.shape) as VariableName[];

/** What the service runs with. */
export const configurationSchema = variables.transform(values => ({
  host: values.HOST,
  port: values.PORT,
  logLevel: values.LOG_LEVEL,
  drainSeconds: values.DRAIN_SECONDS,
}));

export type Configuration = z.infer<typeof configurationSchema>;

/** The injection token of {@link Configuration}. */
export const CONFIGURATION = Symbol('configuration');
