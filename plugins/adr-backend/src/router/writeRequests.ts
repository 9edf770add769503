import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  DecisionAccess,
  LinkedDecision,
} from '@groundwork/plugin-adr-common';
import type { MayRead } from '../access/ReadableEntities';
import type { Clock } from '../index/Clock';
import { toSummary } from '../log/summaries';
import type { SourcePlan } from '../sources/SourcePlan';
import type { Services } from './Services';

/** Today where the caller is: at most a day from today here. */
export function readDay(date: string | undefined, clock: Clock): string {
  const today = clock.today();
  if (date === undefined) return today;
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  if (!(Math.abs(days) <= 1)) {
    throw new InputError(`The date is ${date}, and today is ${today}`);
  }
  return date;
}

/** Refuses who may not propose, or decide. */
export function requireAccess(
  access: DecisionAccess,
  kind: keyof DecisionAccess,
): void {
  if (!access[kind]) {
    throw new NotAllowedError(
      kind === 'propose'
        ? 'You may not propose decisions: it needs the permission adr.decision.propose'
        : 'You may not decide about this: it needs the permission adr.decision.decide, which owners of its entity have',
    );
  }
}

/** Where the records of a source are. */
export async function requirePlanOf(
  { sources }: Services,
  sourceId: string,
): Promise<SourcePlan> {
  const source = await sources.find(sourceId);
  if (!source) {
    throw new NotFoundError(`The portal knows no repository ${sourceId}`);
  }
  return source.plan;
}

/** Decisions of the repository that the caller may read. */
export async function findLinked(
  { reader }: Services,
  options: { ids: string[]; source: string; mayRead: MayRead },
): Promise<LinkedDecision[]> {
  const rows = await reader.listByIds(options.ids);
  const found = rows.filter(
    row => row.source_id === options.source && options.mayRead(row.entity_ref),
  );
  if (found.length < options.ids.length) {
    throw new InputError(
      'A decision that is to be superseded is not in this repository',
    );
  }
  return found.map(toSummary);
}
