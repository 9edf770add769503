import type { z as zod } from 'zod/v3';

/** What the scaffolder hands to a schema. */
export type Zod = typeof zod;

/** The inputs that name a repository. */
export const placeInput = (z: Zod) => ({
  host: z.string().optional().describe('Id of the host; default: the first'),
  namespace: z.string().describe('First segment of the repository'),
  name: z.string().describe('Second segment of the repository'),
});

/** The output that only a dry run has. */
export const planOutput = (z: Zod) => ({
  plan: z.any().optional().describe('In a dry run: what would happen'),
});
