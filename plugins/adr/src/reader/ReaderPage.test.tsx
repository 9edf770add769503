import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DecisionDetail } from '@groundwork/plugin-adr-common';
import { FakeLog } from '../__testUtils__/FakeLog';
import { detail, summary } from '../__testUtils__/records';
import { showDecisions } from '../__testUtils__/showDecisions';

const ADDRESS = '/decisions/acme/orders/-/docs/adr/0001-Use-Queues.md';

function logOf(decision: DecisionDetail): FakeLog {
  return new FakeLog()
    .answer('GET /decisions/resolve', { type: 'decision', id: decision.id })
    .answer(`GET /decisions/${decision.id}`, decision);
}

describe('the page of a decision', () => {
  it('shows the text beside what the record says about itself', async () => {
    await showDecisions(logOf(detail()), ADDRESS);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Use queues' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Orders get lost.')).toBeInTheDocument();
    expect(screen.getByText('Dana Okafor')).toBeInTheDocument();
    expect(screen.getByText('May 15, 2024')).toBeInTheDocument();
  });

  it('leads from a decision that is no longer in force to the one that is', async () => {
    const link = summary({ id: 'd2', number: 2, title: 'Drop queues' });
    await showDecisions(
      logOf(
        detail({
          status: 'superseded',
          links: [{ ...link, type: 'superseded-by', statedBy: 'both' }],
        }),
      ),
      ADDRESS,
    );
    await screen.findByText('This decision is no longer in force');
    expect(
      screen.getAllByRole('link', { name: '0002 Drop queues' })[0],
    ).toBeInTheDocument();
  });

  it('leads from one decision to another', async () => {
    const successor = detail({
      id: 'd2',
      title: 'Drop queues',
      path: 'docs/adr/0002-drop-queues.md',
    });
    const log = logOf(
      detail({
        links: [{ ...successor, type: 'superseded-by', statedBy: 'both' }],
      }),
    )
      .answer(
        'GET /decisions/resolve?address=acme%2Forders%2F-%2Fdocs%2Fadr%2F0002-drop-queues.md',
        { type: 'decision', id: 'd2' },
      )
      .answer('GET /decisions/d2', successor);
    await showDecisions(log, ADDRESS);
    await userEvent.click(
      await screen.findByRole('link', { name: '0001 Drop queues' }),
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Drop queues' }),
    ).toBeInTheDocument();
  });

  it('follows a record that was renamed', async () => {
    const renamed = detail({ path: 'docs/adr/0001-queues.md' });
    const log = new FakeLog()
      .answer('GET /decisions/resolve?address=acme%2Forders%2F-%2Fold.md', {
        type: 'moved',
        address: { source: 'acme/orders', path: renamed.path },
      })
      .answer('GET /decisions/resolve', { type: 'decision', id: 'd1' })
      .answer('GET /decisions/d1', renamed);
    await showDecisions(log, '/decisions/acme/orders/-/old.md');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Use queues' }),
    ).toBeInTheDocument();
  });

  it('lets the reader choose among records with one number', async () => {
    const log = new FakeLog().answer('GET /decisions/resolve', {
      type: 'several',
      items: [summary(), summary({ id: 'd2', title: 'Use topics' })],
    });
    await showDecisions(log, '/decisions/acme/orders/-/1');
    expect(
      await screen.findByRole('link', { name: '0001 Use queues' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '0001 Use topics' }),
    ).toBeInTheDocument();
  });

  it('does not tell a record that is hidden from one that is not there', async () => {
    const log = new FakeLog().refuse('GET /decisions/resolve', {
      status: 404,
      name: 'NotFoundError',
      message: 'There is no decision at this address',
    });
    await showDecisions(log, ADDRESS);
    expect(
      await screen.findByText('There is no such decision'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All decisions' }),
    ).toBeInTheDocument();
  });

  it('says why the record could not be read', async () => {
    const log = new FakeLog().refuse('GET /decisions/resolve', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the log is asleep',
    });
    await showDecisions(log, ADDRESS);
    expect(await screen.findByText(/the log is asleep/)).toBeInTheDocument();
  });

  it('says how old the text is when its repository cannot be read', async () => {
    await showDecisions(
      logOf(
        detail({
          sourceState: {
            source: 'acme/orders',
            entityRefs: [],
            readAt: '2024-05-15T10:00:00Z',
            error: 'no such repository',
          },
        }),
      ),
      ADDRESS,
    );
    expect(await screen.findByText(/Shown as it was on/)).toBeInTheDocument();
    expect(screen.getByText('no such repository')).toBeInTheDocument();
  });

  it('runs nothing that a record brings, and asks no other host for pictures', async () => {
    const text = [
      '# Use queues',
      '<script>window.hacked = true</script>',
      '<img src=x onerror="window.hacked = true">',
      '[click](javascript:alert(1)) [data](data:text/html,x) [vb](VBScript:x)',
      '![pixel](https://tracker.example/p.png)',
      '<iframe src="https://tracker.example"></iframe>',
      'The end.',
    ].join('\n\n');
    await showDecisions(logOf(detail({ text })), ADDRESS);
    const article = await screen.findByRole('article');
    await within(article).findByText('The end.');
    expect(
      article.querySelectorAll('script, img, iframe, [onerror]'),
    ).toHaveLength(0);
    expect(within(article).queryByRole('link', { name: 'click' })).toBeNull();
    expect(article.innerHTML).not.toMatch(/javascript:|data:text|vbscript:/i);
    expect(window).not.toHaveProperty('hacked');
  });

  it('names each finding with its line and its remedy', async () => {
    await showDecisions(
      logOf(
        detail({
          findings: [
            {
              rule: 'date-missing',
              severity: 'warning',
              line: 3,
              message: 'The record has no date',
              remedy: 'Add the day of the decision',
            },
          ],
        }),
      ),
      ADDRESS,
    );
    expect(await screen.findByText('date-missing')).toBeInTheDocument();
    expect(screen.getByText('Line 3')).toBeInTheDocument();
    expect(screen.getByText('Add the day of the decision')).toBeInTheDocument();
  });

  it('reads the history when somebody asks for it', async () => {
    const log = logOf(detail()).answer('GET /decisions/d1/history', {
      items: [
        { id: 'c1', title: 'Add a decision', author: 'Dana', at: '2024-05-15' },
      ],
    });
    await showDecisions(log, ADDRESS);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show history' }),
    );
    expect(await screen.findByText('Add a decision')).toBeInTheDocument();
  });
});

describe('a verdict', () => {
  const proposed = detail({
    status: 'proposed',
    access: { propose: true, decide: true },
  });

  it('opens a change and leads to it', async () => {
    const log = logOf(proposed).answer('POST /decisions/d1/transitions', {
      change: 3,
      changeUrl: '/forge/acme/orders/-/changes/3',
      path: proposed.path,
    });
    await showDecisions(log, ADDRESS);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept “Use queues”' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open the change' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Show the change' }),
    ).toHaveAttribute('href', '/forge/acme/orders/-/changes/3');
  });

  it('says why it came to nothing', async () => {
    const log = logOf(proposed).refuse('POST /decisions/d1/transitions', {
      status: 409,
      name: 'ConflictError',
      message: 'Change 2 already edits this record',
    });
    await showDecisions(log, ADDRESS);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reject “Use queues”' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open the change' }),
    );
    expect(
      await screen.findByText('Change 2 already edits this record'),
    ).toBeInTheDocument();
  });

  it('is offered to those only who may decide', async () => {
    await showDecisions(logOf(detail({ status: 'proposed' })), ADDRESS);
    await screen.findByText('This is not decided yet');
    expect(screen.queryByRole('button', { name: /Accept|Reject/ })).toBeNull();
  });

  it('gives the later of two records with one number the next one', async () => {
    const log = logOf(
      detail({
        rules: ['number-duplicate'],
        findings: [
          {
            rule: 'number-duplicate',
            severity: 'error',
            line: 1,
            message: 'Two records have the number 1',
            remedy: 'Renumber one',
          },
        ],
        access: { propose: true, decide: true },
      }),
    ).answer('POST /decisions/d1/renumber', {
      change: 4,
      changeUrl: '/forge/acme/orders/-/changes/4',
      path: 'docs/adr/0002-Use-Queues.md',
    });
    await showDecisions(log, ADDRESS);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Renumber “Use queues”' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open the change' }),
    );
    await waitFor(() =>
      expect(screen.getByText('Change 4 is open')).toBeInTheDocument(),
    );
  });
});
