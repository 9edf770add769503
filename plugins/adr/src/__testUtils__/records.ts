import {
  FACETS,
  type DecisionDetail,
  type DecisionPage,
  type DecisionSummary,
  type Facets,
  type OpenProposal,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';

/** A decision about the orders service. */
export function summary(
  overrides: Partial<DecisionSummary> = {},
): DecisionSummary {
  return {
    id: 'd1',
    source: 'acme/orders',
    path: 'docs/adr/0001-Use-Queues.md',
    number: 1,
    title: 'Use queues',
    status: 'accepted',
    date: '2024-05-15',
    entityRef: 'component:default/orders',
    ownerRef: 'group:default/payments',
    tags: [],
    rules: [],
    format: 'madr-4',
    ...overrides,
  };
}

/** The page of a decision about the orders service. */
export function detail(
  overrides: Partial<DecisionDetail> = {},
): DecisionDetail {
  return {
    ...summary(),
    text: '---\nstatus: accepted\n---\n# Use queues\n\n## Context\n\nOrders get lost.\n',
    decisionMakers: [{ name: 'Dana Okafor' }],
    consulted: [],
    informed: [],
    authors: [],
    affects: [],
    options: [],
    sections: [{ level: 2, title: 'Context', line: 6 }],
    links: [],
    findings: [],
    images: [],
    sourceState: { source: 'acme/orders', entityRefs: [] },
    access: { propose: false, decide: false },
    ...overrides,
  };
}

/** A part of the log in which nothing else is to be chosen but what a test names. */
export function page(
  items: DecisionSummary[],
  facets: Partial<Facets> = {},
): DecisionPage {
  const none = Object.fromEntries(FACETS.map(facet => [facet, []]));
  // One list for each of the facets.
  return {
    items,
    total: items.length,
    facets: { ...(none as unknown as Facets), ...facets },
  };
}

/** A decision that is proposed in change 7. */
export function proposal(overrides: Partial<OpenProposal> = {}): OpenProposal {
  return {
    id: 'p1',
    source: 'acme/orders',
    path: 'docs/adr/0002-drop-queues.md',
    number: 2,
    title: 'Drop queues',
    status: 'proposed',
    entityRef: 'component:default/orders',
    change: 7,
    changeUrl: '/forge/acme/orders/-/changes/7',
    author: 'user:default/dana',
    decisionMakers: [],
    access: { propose: true, decide: true },
    ...overrides,
  };
}

/** Where a decision about the orders service goes. */
export function place(overrides: Partial<ProposalPlace> = {}): ProposalPlace {
  return {
    entityRef: 'component:default/orders',
    source: 'acme/orders',
    folder: 'docs/adr',
    isNew: false,
    naming: 'number',
    format: 'madr-4',
    nextNumber: 2,
    supersedable: [summary()],
    mayPropose: true,
    ...overrides,
  };
}
