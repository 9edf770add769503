import { CustomErrorBase, InputError } from '@backstage/errors';
import { LIMITS } from '../config/limits';
import type { SiteStep } from '../site/SiteHost';

/** A step of a build took more time or memory than it may. */
export class StepOverrun extends CustomErrorBase {
  name = 'StepOverrun' as const;
  readonly step: SiteStep;
  readonly reason: string;
  readonly isMemory: boolean;

  constructor(step: SiteStep, reason: string, isMemory = false) {
    super(`${step.name} ${reason}`);
    this.step = step;
    this.reason = reason;
    this.isMemory = isMemory;
  }

  /** The same as a fault of the source. */
  toInputError(): InputError {
    return new InputError(this.message);
  }
}

/** A step that took more than its time. */
export function describeOverrun(step: SiteStep, limit: number): StepOverrun {
  const seconds = (limit / 1000).toFixed(1);
  const reason = step.file
    ? `takes longer than ${seconds} s to render; simplify it, or split it into several pages`
    : `takes longer than ${seconds} s; make it smaller`;
  return new StepOverrun(step, reason);
}

/** A step that filled the memory, when the error of a thread says so. */
export function describeExhaustion(
  step: SiteStep,
  error: Error,
): StepOverrun | undefined {
  const isExhausted =
    'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const remedy = step.file
    ? 'simplify it, or split it into several pages'
    : 'split the site';
  const reason = `needs more than ${LIMITS.heapMegabytes} MB of memory; ${remedy}`;
  return isExhausted ? new StepOverrun(step, reason, true) : undefined;
}
