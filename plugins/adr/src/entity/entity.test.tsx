import { screen } from '@testing-library/react';
import type { EntityDecisions } from '@groundwork/plugin-adr-common';
import { FakeLog } from '../__testUtils__/FakeLog';
import { summary } from '../__testUtils__/records';
import { ORDERS, showPart } from '../__testUtils__/showDecisions';
import { DecisionsCard } from './DecisionsCard';
import { EntityDecisionsTab } from './EntityDecisionsTab';
import { hasDecisions } from './hasDecisions';

const ROUTE = 'GET /entities/component/default/orders/decisions';

function decisions(overrides: Partial<EntityDecisions> = {}): EntityDecisions {
  return {
    own: [],
    inherited: [],
    affecting: [],
    proposals: [],
    sources: [],
    ...overrides,
  };
}

describe('the tab of an entity', () => {
  it('tells its own decisions from those of its system and those made elsewhere', async () => {
    const log = new FakeLog().answer(
      ROUTE,
      decisions({
        own: [summary()],
        inherited: [summary({ id: 'd2', number: 8, title: 'Use one queue' })],
        affecting: [summary({ id: 'd3', number: 3, title: 'Encrypt all' })],
      }),
    );
    await showPart(log, <EntityDecisionsTab />);
    expect(
      await screen.findByRole('table', { name: 'Own decisions' }),
    ).toHaveTextContent('Use queues');
    expect(
      screen.getByRole('table', { name: 'Of its system or domain' }),
    ).toHaveTextContent('Use one queue');
    expect(
      screen.getByRole('table', { name: 'Made elsewhere, affecting this one' }),
    ).toHaveTextContent('Encrypt all');
  });

  it('says what would appear, and offers to propose', async () => {
    await showPart(
      new FakeLog().answer(ROUTE, decisions()),
      <EntityDecisionsTab />,
    );
    expect(
      await screen.findByText('No decisions concern this entity yet'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Propose a decision' }),
    ).toHaveAttribute(
      'href',
      '/decisions/-/new?entity=component%3Adefault%2Forders',
    );
  });

  it('says why it could not be read', async () => {
    const log = new FakeLog().refuse(ROUTE, {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the log is asleep',
    });
    await showPart(log, <EntityDecisionsTab />);
    expect(await screen.findByText(/the log is asleep/)).toBeInTheDocument();
  });

  it('exists where a repository is known, for what decisions are about', () => {
    expect(hasDecisions(ORDERS)).toBe(true);
    expect(hasDecisions({ ...ORDERS, kind: 'User' })).toBe(false);
    expect(
      hasDecisions({ ...ORDERS, metadata: { name: 'without-a-home' } }),
    ).toBe(false);
  });
});

describe('the card of an entity', () => {
  it('shows what was decided last', async () => {
    const log = new FakeLog().answer(ROUTE, decisions({ own: [summary()] }));
    await showPart(log, <DecisionsCard />);
    expect(
      await screen.findByRole('link', { name: '0001 Use queues' }),
    ).toBeInTheDocument();
  });

  it('lives by the decisions of the system where there are no others', async () => {
    const log = new FakeLog().answer(
      ROUTE,
      decisions({ inherited: [summary({ title: 'Use one queue' })] }),
    );
    await showPart(log, <DecisionsCard />);
    expect(
      await screen.findByRole('link', { name: '0001 Use one queue' }),
    ).toBeInTheDocument();
  });

  it('offers nothing to who may not propose', async () => {
    await showPart(
      new FakeLog().answer(ROUTE, decisions()),
      <DecisionsCard />,
      { mayPropose: false },
    );
    await screen.findByText('No decisions yet');
    expect(
      screen.queryByRole('link', { name: 'Propose a decision' }),
    ).toBeNull();
  });
});
