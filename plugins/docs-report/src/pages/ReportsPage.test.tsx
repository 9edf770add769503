import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answering,
  cleanSummary,
  failedSummary,
  faultySummary,
} from '../__testUtils__/reports';
import { showReports } from '../__testUtils__/showReports';

const listing = (...items: (typeof cleanSummary)[]) =>
  answering({ listReports: async () => items });

async function namesShown(): Promise<string[]> {
  const rows = await screen.findAllByRole('rowheader');
  return rows.map(row => within(row).getByRole('link').textContent ?? '');
}

describe('the report of all docs', () => {
  it('puts docs that cannot be built first, then those with the most to fix', async () => {
    await showReports(listing(cleanSummary, faultySummary, failedSummary), '/');
    expect(await namesShown()).toEqual(['Parcels', 'Orders', 'Billing']);
    expect(
      screen.getByText('3 sites, 2 with something to fix'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 broken link')).toBeInTheDocument();
    expect(screen.getByText('1 page out of reach')).toBeInTheDocument();
    expect(screen.getByText('Nothing to fix')).toBeInTheDocument();
    expect(screen.getByText('Newest version not built')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Orders' })).toHaveAttribute(
      'href',
      '/docs-report/default/component/orders',
    );
  });

  it('narrows to what the reader’s teams own', async () => {
    await showReports(listing(cleanSummary, faultySummary), '/');
    await userEvent.click(
      await screen.findByRole('switch', { name: 'Owned by me or my teams' }),
    );
    expect(await namesShown()).toEqual(['Orders']);
  });

  it('narrows to what is to be fixed, and keeps that in its address', async () => {
    await showReports(listing(cleanSummary, faultySummary), '/?faulty=true');
    expect(await namesShown()).toEqual(['Orders']);
  });

  it('says when no docs match, and offers all of them', async () => {
    await showReports(listing(cleanSummary), '/?q=nothing');
    expect(await screen.findByText('No docs match')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show all docs' })).toHaveAttribute(
      'href',
      '/docs-report',
    );
  });

  it('explains where reports come from when there are none', async () => {
    await showReports(listing(), '/');
    expect(
      await screen.findByText('No docs have been built yet'),
    ).toBeInTheDocument();
  });

  it('shows the reason when the reports cannot be loaded', async () => {
    await showReports(answering({}), '/');
    expect(await screen.findByText('host is down')).toBeInTheDocument();
  });
});
