import {
  DRAFT_FORMATS,
  FACETS,
  type Facet,
} from '@groundwork/plugin-adr-common';
import { z } from 'zod';
import { SORTS, type DecisionQuery } from '../log/DecisionQuery';
import { VERDICTS } from '../write/Transitions';

/** An id of a record or proposal. */
export const Id = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{24}$/),
});

const Values = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
  .transform(value => (Array.isArray(value) ? value : [value]))
  .optional();

const Count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** By what lists are narrowed, searched and ordered. */
export const ListQuery = z
  .strictObject({
    q: z.string().max(200).optional().describe('Words that a record has'),
    status: Values,
    owner: Values,
    system: Values,
    tag: Values,
    year: Values,
    rule: Values,
    format: Values,
    entity: z.string().max(300).optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    sort: z.enum(SORTS).optional(),
    order: z.enum(['asc', 'desc']).optional(),
    limit: Count.optional().describe('At most 100; 50 by default'),
    offset: Count.optional(),
  })
  .transform(toQuery);

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

function toQuery(
  query: {
    q?: string;
    entity?: string;
    month?: string;
    sort?: DecisionQuery['sort'];
    order?: DecisionQuery['order'];
    limit?: number;
    offset?: number;
  } & Partial<Record<Facet, string[]>>,
): DecisionQuery {
  const text = query.q?.trim() || undefined;
  return {
    text,
    facets: Object.fromEntries(
      FACETS.flatMap(facet =>
        query[facet] ? [[facet, query[facet]] as const] : [],
      ),
    ),
    entityRef: query.entity,
    month: query.month,
    sort: query.sort ?? 'relevance',
    order: query.order ?? 'desc',
    limit: Math.min(query.limit ?? DEFAULT_LIMIT, MAX_LIMIT),
    offset: query.offset ?? 0,
  };
}

/** An entity by the parts of its reference. */
export const EntityParams = z.strictObject({
  kind: z.string().max(63),
  namespace: z.string().max(63),
  name: z.string().max(63),
});

const Words = (max: number) => z.string().trim().max(max);
const People = z.array(Words(200).min(1)).max(50);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const Draft = z.strictObject({
  title: Words(200).min(3),
  format: z.enum(DRAFT_FORMATS),
  context: Words(20_000).min(1),
  options: z
    .array(
      z.strictObject({
        name: Words(200).min(1),
        notes: Words(10_000).optional(),
      }),
    )
    .max(20),
  outcome: Words(20_000).min(1),
  reason: Words(20_000).optional(),
  consequences: Words(20_000).optional(),
  decisionMakers: People,
  consulted: People,
  informed: People,
  tags: z.array(Words(63).min(1)).max(20),
  affects: z.array(Words(300).min(1)).max(50),
});

/** A new decision. */
export const ProposeBody = z.strictObject({
  entityRef: z.string().max(300),
  draft: Draft,
  supersedes: z
    .array(Id.shape.id)
    .max(20)
    .default([])
    .describe('Ids of decisions of the same repository'),
  date: Day.optional().describe('Today, where the author is'),
});

/** A verdict. */
export const TransitionBody = z.strictObject({
  status: z.enum(VERDICTS),
  successor: Id.shape.id
    .optional()
    .describe('The id of the decision that replaces this one'),
  date: Day.optional(),
});

/** Records to check. */
export const LintBody = z.strictObject({
  files: z
    .array(
      z.strictObject({ path: z.string().min(1).max(1024), text: z.string() }),
    )
    .min(1)
    .max(1_000),
});
