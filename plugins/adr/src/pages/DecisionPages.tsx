import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { AsyncView } from '@groundwork/ui';
import { DECISIONS_PATH, PROPOSE_PATH } from '@groundwork/plugin-adr-common';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import { adrTranslationRef } from '../translation';

const LogPage = lazy(() =>
  import('../log/LogPage').then(m => ({ default: m.LogPage })),
);
const ReaderPage = lazy(() =>
  import('../reader/ReaderPage').then(m => ({ default: m.ReaderPage })),
);
const ProposePage = lazy(() =>
  import('../propose/ProposePage').then(m => ({ default: m.ProposePage })),
);

function Loading() {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <Container>
      <AsyncView subject={t('subject.decisions')} state={{}}>
        {() => null}
      </AsyncView>
    </Container>
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function pageAt(pathname: string) {
  const path = pathname.replace(/\/+$/, '');
  if (path === DECISIONS_PATH) return <LogPage />;
  if (path === PROPOSE_PATH) return <ProposePage />;
  const address = decode(path.slice(DECISIONS_PATH.length + 1));
  // Another decision is another page: nothing of the last one is shown, or followed, while it loads.
  return <ReaderPage key={address} address={address} />;
}

/** Everything below `/decisions`: the log, the form of a proposal, and the page of each decision by its address. */
export function DecisionPages() {
  const { pathname } = useLocation();
  return <Suspense fallback={<Loading />}>{pageAt(pathname)}</Suspense>;
}
