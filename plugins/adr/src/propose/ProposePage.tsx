import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Container } from '@backstage/ui';
import { AsyncView, useAction, useAsyncState } from '@groundwork/ui';
import {
  draftFormatOf,
  type OpenedChange,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { decisionsApiRef } from '../api/decisionsApi';
import { ActionFailure } from '../components/ActionFailure';
import { today } from '../components/days';
import { OpenedNotice } from '../components/OpenedNotice';
import { PageHeading } from '../components/PageHeading';
import { adrTranslationRef } from '../translation';
import { EntityChoice } from './EntityChoice';
import { isComplete, toDraft } from './formValues';
import { Preview } from './Preview';
import { ProposalFields } from './ProposalFields';
import styles from './ProposePage.module.css';
import { useProposalForm, type ProposalForm } from './useProposalForm';

function Place(props: { place: ProposalPlace }) {
  const { folder: path, source, isNew } = props.place;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <p className={styles.place}>
      {t(isNew ? 'propose.placeNew' : 'propose.place', { path, source })}
    </p>
  );
}

function Buttons(props: {
  form: ProposalForm;
  isPending: boolean;
  onClear: () => void;
}) {
  const { form, isPending, onClear } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const isReady = isComplete(form.values);
  return (
    <div className={styles.buttons}>
      <Button type="submit" isDisabled={!isReady} isPending={isPending}>
        {t('propose.submit')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!form.isDirty || isPending}
        onPress={onClear}
      >
        {t('propose.discard')}
      </Button>
      <p className={styles.hint} role="status">
        {isReady ? t('propose.kept') : t('propose.incomplete')}
      </p>
    </div>
  );
}

function ProposalEditor(props: {
  place: ProposalPlace;
  form: ProposalForm;
  onOpened: (opened: OpenedChange) => void;
}) {
  const { place, form, onOpened } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const format = form.values.format ?? draftFormatOf(place.format);
  const { run, isPending, error } = useAction(async () => {
    const known = new Set(place.supersedable.map(({ id }) => id));
    const opened = await decisionsApi.propose({
      entityRef: place.entityRef,
      draft: toDraft(form.values, format),
      supersedes: form.values.supersedes.filter(id => known.has(id)),
      date: today(),
    });
    form.clear();
    onOpened(opened);
  });
  return (
    <div className={styles.columns}>
      <form
        className={styles.fields}
        onSubmit={event => {
          event.preventDefault();
          run();
        }}
      >
        <Place place={place} />
        <ProposalFields form={form} format={format} place={place} />
        {error !== undefined && (
          <ActionFailure title={t('propose.failed')} error={error} />
        )}
        <Buttons form={form} isPending={isPending} onClear={form.clear} />
      </form>
      <div className={styles.preview}>
        <Preview values={form.values} format={format} place={place} />
      </div>
    </div>
  );
}

function AtPlace(props: { entityRef: string; form: ProposalForm }) {
  const { entityRef, form } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const [opened, setOpened] = useState<OpenedChange>();
  const state = useAsyncState(
    () => decisionsApi.findPlace(entityRef),
    [decisionsApi, entityRef],
  );
  if (opened) {
    return <OpenedNotice opened={opened} />;
  }
  return (
    <AsyncView subject={t('subject.place')} state={state}>
      {place =>
        place.mayPropose ? (
          <ProposalEditor place={place} form={form} onOpened={setOpened} />
        ) : (
          <Alert
            status="warning"
            icon
            title={t('propose.forbidden')}
            description={place.reason}
          />
        )
      }
    </AsyncView>
  );
}

/** The form that proposes a decision, beside the record that will come of it. */
export function ProposePage() {
  const { t } = useTranslationRef(adrTranslationRef);
  const [parameters, setParameters] = useSearchParams();
  const form = useProposalForm();
  const entityRef = parameters.get('entity') ?? undefined;
  return (
    <main>
      <Container className={styles.page}>
        <PageHeading title={t('propose.title')} lead={t('propose.lead')} />
        <div className={styles.entity}>
          <EntityChoice
            value={entityRef}
            onChange={entity =>
              setParameters(entity ? { entity } : {}, { replace: true })
            }
          />
        </div>
        {entityRef && (
          <AtPlace key={entityRef} entityRef={entityRef} form={form} />
        )}
      </Container>
    </main>
  );
}
