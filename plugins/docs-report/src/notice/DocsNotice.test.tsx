import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  techdocsApiRef,
  TechDocsReaderPageProvider,
  type TechDocsApi,
} from '@backstage/plugin-techdocs-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { answering, faultyDocs } from '../__testUtils__/reports';
import { docsReportApiRef, type DocsReportApi } from '../api/docsReportApi';
import { DocsNotice } from './DocsNotice';

const entityRef = { kind: 'Component', namespace: 'default', name: 'orders' };

const techdocsApi: TechDocsApi = {
  getApiOrigin: async () => '',
  getCookie: async () => ({ expiresAt: '' }),
  getTechDocsMetadata: async () => ({ site_name: 'x', site_description: '' }),
  getEntityMetadata: async () => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
  }),
};

/** Shows what stands above a page of the docs of orders, to a member of a team. */
async function showAbove(page: string, api: DocsReportApi, team: string) {
  const reader = 'user:default/dana';
  await renderInTestApp(
    <TechDocsReaderPageProvider entityRef={entityRef}>
      <Routes>
        <Route
          path="/docs/*"
          element={
            <>
              <DocsNotice />
              <p>the docs</p>
            </>
          }
        />
      </Routes>
    </TechDocsReaderPageProvider>,
    {
      initialRouteEntries: [`/docs/${page}`],
      apis: [
        [docsReportApiRef, api],
        [techdocsApiRef, techdocsApi],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: reader,
            ownershipEntityRefs: [reader, `group:default/${team}`],
          }),
        ],
      ],
    },
  );
  await screen.findByText('the docs');
}

const faulty = answering({ getReport: async () => faultyDocs });

describe('the notice above docs', () => {
  it('tells owners what is to be fixed on the page that they see', async () => {
    await showAbove('guides/setup', faulty, 'checkout');
    expect(
      await screen.findByText('2 things to fix in these docs'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 of them on this page')).toBeInTheDocument();
    expect(screen.getByText(/line 7: link 'nope.md'/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show the report' }),
    ).toHaveAttribute('href', '/docs-report/default/component/orders');
  });

  it('tells owners when what is to be fixed is on other pages', async () => {
    await showAbove('', faulty, 'checkout');
    expect(
      await screen.findByText('None of them on this page.'),
    ).toBeInTheDocument();
  });

  it('spares other readers', async () => {
    const failure = { reason: 'mkdocs.yml is broken', at: '2026-11-26' };
    const api = answering({
      getReport: async () => ({ ...faultyDocs, failure }),
    });
    await showAbove('guides/setup', api, 'money');
    // The sentinel: the report has arrived.
    await screen.findByText(/mkdocs.yml is broken/);
    expect(screen.queryByText(/to fix in these docs/)).not.toBeInTheDocument();
  });

  it('tells every reader that they see an older version, and why', async () => {
    const failure = { reason: 'mkdocs.yml is broken', at: '2026-11-26' };
    const api = answering({
      getReport: async () => ({ ...faultyDocs, failure }),
    });
    await showAbove('', api, 'money');
    expect(
      await screen.findByText('You are reading an older version of these docs'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'The newest one could not be built: mkdocs.yml is broken',
      ),
    ).toBeInTheDocument();
  });

  it('tells owners, and nobody else, when the report cannot be loaded', async () => {
    await showAbove('', answering({}), 'checkout');
    expect(await screen.findByText('host is down')).toBeInTheDocument();
  });
});
