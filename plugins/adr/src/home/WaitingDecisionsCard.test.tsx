import { screen } from '@testing-library/react';
import { FakeLog } from '../__testUtils__/FakeLog';
import { summary } from '../__testUtils__/records';
import { showPart } from '../__testUtils__/showDecisions';
import { WaitingDecisionsCard } from './WaitingDecisionsCard';

describe('what waits for the reader', () => {
  it('leads to the change that proposes a decision, and says why it waits', async () => {
    const log = new FakeLog().answer('GET /waiting', {
      items: [
        {
          ...summary(),
          reason: 'named',
          change: 7,
          changeUrl: '/forge/acme/orders/-/changes/7',
        },
      ],
    });
    await showPart(log, <WaitingDecisionsCard />);
    expect(
      await screen.findByRole('link', { name: '0001 Use queues' }),
    ).toHaveAttribute('href', '/forge/acme/orders/-/changes/7');
    expect(screen.getByText('You are named to decide')).toBeInTheDocument();
  });

  it('says when nothing waits', async () => {
    await showPart(
      new FakeLog().answer('GET /waiting', { items: [] }),
      <WaitingDecisionsCard />,
    );
    expect(
      await screen.findByText('No decision waits for you'),
    ).toBeInTheDocument();
  });

  it('says why it does not know', async () => {
    const log = new FakeLog().refuse('GET /waiting', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the log is asleep',
    });
    await showPart(log, <WaitingDecisionsCard />);
    expect(await screen.findByText(/the log is asleep/)).toBeInTheDocument();
  });
});
