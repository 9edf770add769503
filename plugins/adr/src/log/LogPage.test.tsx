import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeLog } from '../__testUtils__/FakeLog';
import { page, proposal, summary } from '../__testUtils__/records';
import { showDecisions } from '../__testUtils__/showDecisions';

function quietLog(): FakeLog {
  return new FakeLog()
    .answer('GET /proposals', { items: [] })
    .answer('GET /sources', { items: [] });
}

describe('the log', () => {
  it('lists decisions, each leading to its page in the letters of its path', async () => {
    const log = quietLog().answer('GET /decisions', page([summary()]));
    await showDecisions(log, '/decisions');
    expect(
      await screen.findByRole('link', { name: '0001 Use queues' }),
    ).toHaveAttribute(
      'href',
      '/decisions/acme/orders/-/docs/adr/0001-Use-Queues.md',
    );
    expect(screen.getByText('May 15, 2024')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('1 decision');
  });

  it('asks for the values that are chosen', async () => {
    const log = quietLog().answer(
      'GET /decisions',
      page([summary()], { status: [{ value: 'accepted', count: 1 }] }),
    );
    await showDecisions(log, '/decisions');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Accepted/ }),
    );
    await waitFor(() =>
      expect(log.routes).toContain(
        'GET /decisions?status=accepted&limit=25&offset=0',
      ),
    );
  });

  it('asks for the words that are typed', async () => {
    const log = quietLog().answer('GET /decisions', page([summary()]));
    await showDecisions(log, '/decisions');
    await userEvent.type(await screen.findByRole('searchbox'), 'queues');
    await waitFor(() =>
      expect(log.routes).toContain('GET /decisions?q=queues&limit=25&offset=0'),
    );
  });

  it('says where decisions come from when there are none', async () => {
    const log = quietLog().answer('GET /decisions', page([]));
    await showDecisions(log, '/decisions');
    expect(await screen.findByText('No decisions yet')).toBeInTheDocument();
  });

  it('offers to clear filters that leave nothing', async () => {
    const log = quietLog().answer('GET /decisions', page([]));
    await showDecisions(log, '/decisions?status=rejected');
    await screen.findByText('No decision matches');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() =>
      expect(log.routes).toContain('GET /decisions?limit=25&offset=0'),
    );
  });

  it('says why it could not be read, and tries again', async () => {
    const log = quietLog().refuse('GET /decisions', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the log is asleep',
    });
    await showDecisions(log, '/decisions');
    expect(await screen.findByText(/the log is asleep/)).toBeInTheDocument();
    log.answer('GET /decisions', page([summary()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: '0001 Use queues' }),
    ).toBeInTheDocument();
  });

  it('tells who may not read it that a right is missing', async () => {
    const log = quietLog().refuse('GET /decisions', {
      status: 403,
      name: 'NotAllowedError',
      message: 'no',
    });
    await showDecisions(log, '/decisions');
    expect(
      await screen.findByText(/You may not see the decisions/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('offers a proposal to those only who may propose', async () => {
    const log = quietLog().answer('GET /decisions', page([summary()]));
    await showDecisions(log, '/decisions', { mayPropose: false });
    await screen.findByRole('link', { name: '0001 Use queues' });
    expect(
      screen.queryByRole('link', { name: 'Propose a decision' }),
    ).toBeNull();
  });

  it('leads to the feed once the browser may open it', async () => {
    const log = quietLog()
      .answer('GET /decisions', page([summary()]))
      .answer('GET /.backstage/auth/v1/cookie', { expiresAt: '2024-05-15' });
    await showDecisions(log, '/decisions');
    expect(await screen.findByRole('link', { name: 'Feed' })).toHaveAttribute(
      'href',
      'http://localhost:7007/api/adr/feed',
    );
    expect(log.routes).toContain('GET /.backstage/auth/v1/cookie');
  });

  it('says which repositories are shown as they were some time ago', async () => {
    const log = quietLog()
      .answer('GET /decisions', page([summary()]))
      .answer('GET /sources', {
        items: [
          { source: 'acme/gone', entityRefs: [], error: 'no such repository' },
        ],
      });
    await showDecisions(log, '/decisions');
    expect(
      await screen.findByText('acme/gone: never read. no such repository'),
    ).toBeInTheDocument();
  });

  it('lets a proposal be accepted in the change that brings it', async () => {
    const log = quietLog()
      .answer('GET /decisions', page([summary()]))
      .answer('GET /proposals', { items: [proposal()] })
      .answer('POST /proposals/p1/transitions', {
        change: 7,
        changeUrl: '/forge/acme/orders/-/changes/7',
        path: 'docs/adr/0002-drop-queues.md',
      });
    await showDecisions(log, '/decisions');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept “Drop queues”' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add to the change' }),
    );
    expect(await screen.findByText('Change 7 is open')).toBeInTheDocument();
    expect(log.sent.at(-1)?.body).toMatchObject({ status: 'accepted' });
  });
});

describe('the timeline', () => {
  it('leads from a month to its decisions', async () => {
    const log = quietLog().answer('GET /decisions/timeline', {
      items: [{ month: '2024-05', total: 3, systems: [{ count: 3 }] }],
    });
    await showDecisions(log, '/decisions?view=timeline');
    expect(
      await screen.findByRole('link', { name: 'May 2024' }),
    ).toHaveAttribute('href', '/decisions?month=2024-05');
  });

  it('says what it needs when no record has a date', async () => {
    const log = quietLog().answer('GET /decisions/timeline', { items: [] });
    await showDecisions(log, '/decisions?view=timeline');
    expect(await screen.findByText('No dated decisions')).toBeInTheDocument();
  });
});

describe('the graph', () => {
  const successor = summary({
    id: 'd2',
    number: 2,
    title: 'Drop queues',
    path: 'docs/adr/0002-drop-queues.md',
  });

  it('says in a table what its picture shows', async () => {
    const log = quietLog()
      .answer('GET /decisions', page([]))
      .answer('GET /decisions/graph', {
        nodes: [summary({ status: 'superseded' }), successor],
        edges: [{ from: 'd2', to: 'd1', type: 'supersedes' }],
        isCut: false,
      });
    await showDecisions(log, '/decisions?view=graph');
    expect(
      await screen.findByRole('row', {
        name: /0002 Drop queues.*supersedes.*0001 Use queues/,
      }),
    ).toBeInTheDocument();
  });

  it('says how a link comes about when there is none', async () => {
    const log = quietLog()
      .answer('GET /decisions', page([]))
      .answer('GET /decisions/graph', {
        nodes: [summary()],
        edges: [],
        isCut: false,
      });
    await showDecisions(log, '/decisions?view=graph');
    expect(
      await screen.findByText('Nothing is superseded or amended here'),
    ).toBeInTheDocument();
  });
});
