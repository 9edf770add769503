import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiHistoryLine, RiPencilLine } from '@remixicon/react';
import { absoluteUrl, viewPath } from '../addresses';
import type { Located } from '../api/forgeApi';
import { CopyButton } from '../components/CopyButton';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { DownloadButton } from './DownloadButton';

/** What can be done with a file or directory. */
export function FileActions(props: { located: Located }) {
  const { revision, commit, path, type } = props.located;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const baseUrl = useApi(configApiRef).getString('app.baseUrl');
  const { access } = repository;
  const isFile = type !== 'directory';
  const permalink = viewPath(
    repository,
    isFile ? 'blob' : 'tree',
    commit,
    path,
  );
  return (
    <>
      {type === 'file' && (access.propose || access.push) && (
        <ButtonLink
          size="small"
          variant="secondary"
          iconStart={<RiPencilLine size={16} />}
          href={viewPath(repository, 'edit', revision, path)}
        >
          {t('files.edit')}
        </ButtonLink>
      )}
      <ButtonLink
        size="small"
        variant="secondary"
        iconStart={<RiHistoryLine size={16} />}
        href={viewPath(repository, 'commits', revision, path)}
      >
        {t('files.history')}
      </ButtonLink>
      {isFile && <DownloadButton place={{ revision: commit, path }} />}
      <CopyButton
        text={absoluteUrl(permalink, baseUrl)}
        label={t('files.copyPermalink')}
      />
    </>
  );
}
