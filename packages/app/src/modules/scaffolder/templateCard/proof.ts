import type { Entity } from '@backstage/catalog-model';

const VERSION = 'backstage.io/template-version';
const PROVEN_VERSION = 'groundwork.io/proven-version';
const PROVEN_AT = 'groundwork.io/proven-at';
const PROVEN_WITH = 'groundwork.io/proven-with';

/** Whether what a template makes was installed, checked, tested and built, and when. */
export type Proof =
  | { state: 'unproven' }
  /** The version that is offered, or an earlier one. */
  | { state: 'proven' | 'outdated'; version: string; at?: Date; with?: string };

/** Reads from a template which version it is, and what `yarn templates prove --record` wrote about it. */
export function readProof({ metadata }: Pick<Entity, 'metadata'>): {
  version?: string;
  proof: Proof;
} {
  const annotations = metadata.annotations ?? {};
  const version = annotations[VERSION];
  const proven = annotations[PROVEN_VERSION];
  if (!proven) {
    return { version, proof: { state: 'unproven' } };
  }
  const at = new Date(annotations[PROVEN_AT] ?? '');
  return {
    version,
    proof: {
      state: proven === version ? 'proven' : 'outdated',
      version: proven,
      at: Number.isNaN(at.getTime()) ? undefined : at,
      with: annotations[PROVEN_WITH],
    },
  };
}
