import { screen, within } from '@testing-library/react';
import { answering, faultyDocs } from '../__testUtils__/reports';
import { showReports } from '../__testUtils__/showReports';

const ADDRESS = '/default/component/orders';

describe('the report of an entity', () => {
  it('lists what is to be fixed by file and line, and leads to the page', async () => {
    await showReports(
      answering({ getReport: async () => faultyDocs }),
      ADDRESS,
    );
    const file = await screen.findByRole('region', {
      name: 'docs/guides/setup.md',
    });
    expect(within(file).getByText('line 7')).toBeInTheDocument();
    expect(within(file).getByText('Broken link')).toBeInTheDocument();
    expect(
      within(file).getByText(
        "link 'nope.md' points to a file that does not exist",
      ),
    ).toBeInTheDocument();
    expect(
      within(file).getByRole('link', { name: 'docs/guides/setup.md' }),
    ).toHaveAttribute('href', '/docs/default/component/orders/guides/setup/');
    expect(screen.getByRole('link', { name: 'Read the docs' })).toHaveAttribute(
      'href',
      '/docs/default/component/orders/',
    );
  });

  it('says that there is nothing to fix', async () => {
    const report = { pages: 1, counts: {}, findings: [] };
    await showReports(
      answering({ getReport: async () => ({ ...faultyDocs, report }) }),
      ADDRESS,
    );
    expect(await screen.findByText('Nothing to fix')).toBeInTheDocument();
    expect(screen.getByText(/^1 page, built /)).toBeInTheDocument();
  });

  it('says that more was found than is listed', async () => {
    const report = {
      pages: 1,
      counts: { 'broken-link': 1_500 },
      findings: faultyDocs.report?.findings.slice(0, 1) ?? [],
    };
    await showReports(
      answering({ getReport: async () => ({ ...faultyDocs, report }) }),
      ADDRESS,
    );
    expect(
      await screen.findByText('The first 1 of 1500 are listed.'),
    ).toBeInTheDocument();
  });

  it('says why the newest version could not be built', async () => {
    const failure = { reason: 'mkdocs.yml is broken', at: '2026-11-26' };
    await showReports(
      answering({ getReport: async () => ({ ...faultyDocs, failure }) }),
      ADDRESS,
    );
    expect(
      await screen.findByText(
        'Readers see the version before. mkdocs.yml is broken',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('docs/old.md')).toBeInTheDocument();
  });

  it('explains what is missing before the first build', async () => {
    const { entityRef } = faultyDocs;
    await showReports(
      answering({ getReport: async () => ({ entityRef }) }),
      ADDRESS,
    );
    expect(await screen.findByText('No report yet')).toBeInTheDocument();
  });
});
