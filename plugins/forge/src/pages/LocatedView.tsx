import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import type { ReactNode } from 'react';
import { repositoryPath } from '../addresses';
import { forgeApiRef, type Located } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { EmptyRepository } from './EmptyRepository';

type LocatedViewProps = {
  /** What the address says after the view: a branch, tag or commit, and a path. */
  rest: string;
  subject: string;
  children: (located: Located) => ReactNode;
};

function Loaded(props: LocatedViewProps) {
  const { rest, subject, children } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name } = repository;
  const state = useAsyncState(
    () => forgeApi.locate({ namespace, name }, rest),
    [forgeApi, namespace, name, rest],
  );
  return (
    <ForgeAsyncView
      subject={subject}
      state={state}
      onwards={
        <ButtonLink href={repositoryPath(repository)} variant="secondary">
          {t('files.toRoot')}
        </ButtonLink>
      }
    >
      {children}
    </ForgeAsyncView>
  );
}

/** A view of the place that an address names; of the default branch when it names none. */
export function LocatedView(props: LocatedViewProps) {
  const { head } = useRepository();
  if (!head && !props.rest) {
    return <EmptyRepository />;
  }
  // Another address never shows, nor acts on, what the one before led to.
  return <Loaded key={props.rest} {...props} />;
}
