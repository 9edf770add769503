import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, SearchField, Text } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { DECISIONS_PATH } from '@groundwork/plugin-adr-common';
import { RiRssLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { decisionsApiRef } from '../api/decisionsApi';
import { PageTitle } from '../components/PageTitle';
import { ProposeLink } from '../components/ProposeLink';
import { SourceAlert } from '../components/SourceAlert';
import { adrTranslationRef } from '../translation';
import { DecisionList } from './DecisionList';
import styles from './LogPage.module.css';
import { ProposalPanel } from './ProposalPanel';
import { useDebouncedText } from './useDebouncedText';
import { useLogQuery, VIEWS, type LogQueryState } from './useLogQuery';

const TimelineView = lazy(() =>
  import('../timeline/TimelineView').then(m => ({ default: m.TimelineView })),
);
const GraphView = lazy(() =>
  import('../graph/GraphView').then(m => ({ default: m.GraphView })),
);

/** What stands above the views: proposals, and repositories that could not be read. */
function Notices() {
  const decisionsApi = useApi(decisionsApiRef);
  const { value } = useAsyncState(async () => {
    const [proposals, sources] = await Promise.all([
      decisionsApi.listProposals(),
      decisionsApi.listFailedSources(),
    ]);
    return { proposals, sources };
  }, [decisionsApi]);
  return value ? (
    <>
      <SourceAlert sources={value.sources} />
      <ProposalPanel proposals={value.proposals} />
    </>
  ) : null;
}

function Heading() {
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const { value: feed } = useAsyncState(
    () => decisionsApi.feedUrl(),
    [decisionsApi],
  );
  return (
    <header className={styles.heading}>
      <Text as="p" color="secondary">
        {t('log.lead')}
      </Text>
      <div className={styles.actions}>
        {feed && (
          <ButtonLink
            href={feed}
            target="_blank"
            variant="secondary"
            size="small"
            iconStart={<RiRssLine size={16} />}
          >
            {t('log.feed')}
          </ButtonLink>
        )}
        <ProposeLink isPrimary />
      </div>
    </header>
  );
}

function Views(props: { query: LogQueryState }) {
  const { query } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <nav className={styles.views} aria-label={t('log.views.label')}>
      {VIEWS.map(view => (
        <ButtonLink
          key={view}
          href={
            view === 'list' ? DECISIONS_PATH : `${DECISIONS_PATH}?view=${view}`
          }
          size="small"
          variant={query.view === view ? 'secondary' : 'tertiary'}
          aria-current={query.view === view ? 'page' : undefined}
        >
          {t(`log.views.${view}`)}
        </ButtonLink>
      ))}
    </nav>
  );
}

/** The log of the organisation: a list with facets, a timeline, a graph. */
export function LogPage() {
  const { t } = useTranslationRef(adrTranslationRef);
  const query = useLogQuery();
  const [text, setText] = useDebouncedText(query.text, value =>
    query.set('q', [value]),
  );
  return (
    <main>
      <PageTitle title={t('log.title')} />
      <Container className={styles.page}>
        <Heading />
        <div className={styles.bar}>
          <Views query={query} />
          {query.view !== 'graph' && (
            <SearchField
              className={styles.search}
              aria-label={t('log.search')}
              placeholder={t('log.search')}
              value={text}
              onChange={setText}
            />
          )}
        </div>
        <Notices />
        <Suspense fallback={null}>
          {query.view === 'list' && <DecisionList query={query} />}
          {query.view === 'timeline' && <TimelineView query={query} />}
          {query.view === 'graph' && <GraphView />}
        </Suspense>
      </Container>
    </main>
  );
}
