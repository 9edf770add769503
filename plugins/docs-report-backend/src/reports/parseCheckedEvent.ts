import { InputError } from '@backstage/errors';
import {
  FINDING_KINDS,
  type DocsCheckedEvent,
} from '@groundwork/plugin-docs-report-common';
import { z } from 'zod';

const finding = z.object({
  kind: z.enum(FINDING_KINDS),
  file: z.string(),
  page: z.string().optional(),
  line: z.number().int().optional(),
  message: z.string(),
});

const event = z.object({
  entityRef: z.string(),
  at: z.iso.datetime(),
  report: z
    .object({
      pages: z.number().int(),
      findings: z.array(finding),
      counts: z.partialRecord(z.enum(FINDING_KINDS), z.number().int()),
    })
    .optional(),
  failure: z.string().optional(),
});

/** Reads what a build has told; events may come from another process, which may run another version. */
export function parseCheckedEvent(payload: unknown): DocsCheckedEvent {
  const parsed = event.safeParse(payload);
  if (!parsed.success) {
    throw new InputError(
      `A docs build told something that is no report: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  return parsed.data;
}
