import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container } from '@backstage/ui';
import { AsyncView, EmptyState, useAsyncState } from '@groundwork/ui';
import {
  DECISIONS_PATH,
  decisionPath,
  formatAddress,
  padNumber,
  type DecisionAddress,
  type DecisionDetail,
  type DecisionSummary,
} from '@groundwork/plugin-adr-common';
import { Navigate, useLocation } from 'react-router-dom';
import { decisionsApiRef, type DecisionsApi } from '../api/decisionsApi';
import { isNotFound } from '../api/refusals';
import { DecisionTable } from '../components/DecisionTable';
import { PageHeading } from '../components/PageHeading';
import { PageTitle } from '../components/PageTitle';
import { adrTranslationRef } from '../translation';
import { Reader } from './Reader';
import styles from './ReaderPage.module.css';

/** What the address of a page leads to. */
type Found =
  | { type: 'decision'; decision: DecisionDetail }
  | { type: 'moved'; address: DecisionAddress }
  | { type: 'several'; items: DecisionSummary[] }
  | { type: 'nothing' };

async function find(
  decisionsApi: DecisionsApi,
  address: string,
): Promise<Found> {
  try {
    const resolved = await decisionsApi.resolve(address);
    return resolved.type === 'decision'
      ? { type: 'decision', decision: await decisionsApi.get(resolved.id) }
      : resolved;
  } catch (error) {
    if (isNotFound(error)) return { type: 'nothing' };
    throw error;
  }
}

function DecisionHeader(props: { decision: DecisionDetail }) {
  const { title, number } = props.decision;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <PageHeading
      title={title}
      lead={
        number === undefined
          ? undefined
          : t('reader.number', { number: padNumber(number) })
      }
    />
  );
}

function Several(props: { items: DecisionSummary[] }) {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <Container className={styles.page}>
      <PageTitle title={t('reader.severalTitle')} />
      <EmptyState
        title={t('reader.severalTitle')}
        description={t('reader.several')}
      />
      <DecisionTable
        decisions={props.items}
        caption={t('reader.severalTitle')}
      />
    </Container>
  );
}

function Nothing() {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <Container className={styles.page}>
      <PageTitle title={t('reader.notFound')} />
      <EmptyState
        title={t('reader.notFound')}
        description={t('reader.notFoundText')}
        action={
          <ButtonLink href={DECISIONS_PATH} variant="secondary">
            {t('reader.all')}
          </ButtonLink>
        }
      />
    </Container>
  );
}

function Shown(props: { found: Found; address: string }) {
  const { found, address } = props;
  const { hash } = useLocation();
  switch (found.type) {
    case 'moved':
      return <Navigate to={decisionPath(found.address) + hash} replace />;
    case 'several':
      return <Several items={found.items} />;
    case 'nothing':
      return <Nothing />;
    default: {
      const { decision } = found;
      // A number leads to the page, whose address is the path.
      return formatAddress(decision) === address ? (
        <Container className={styles.page}>
          <DecisionHeader decision={decision} />
          <Reader decision={decision} />
        </Container>
      ) : (
        <Navigate to={decisionPath(decision) + hash} replace />
      );
    }
  }
}

/** The page of one decision; its old addresses and its number lead here, too. */
export function ReaderPage(props: { address: string }) {
  const { address } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const state = useAsyncState(
    () => find(decisionsApi, address),
    [decisionsApi, address],
  );
  return (
    <main>
      {state.value ? (
        <Shown found={state.value} address={address} />
      ) : (
        <Container className={styles.page}>
          <AsyncView subject={t('subject.decision')} state={state}>
            {() => null}
          </AsyncView>
        </Container>
      )}
    </main>
  );
}
