import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Navigate, useLocation } from 'react-router-dom';
import { viewPath } from '../addresses';
import type { Located } from '../api/forgeApi';
import { PathTrail } from '../components/PathTrail';
import { useRepository } from '../components/RepositoryContext';
import { RevisionPicker } from '../components/RevisionPicker';
import { Toolbar } from '../components/Toolbar';
import { forgeTranslationRef } from '../translation';
import { DirectoryView } from './DirectoryView';
import { FileActions } from './FileActions';
import { FileView } from './FileView';
import { LocatedView } from './LocatedView';
import { PendingChanges } from './PendingChanges';
import { PageTitle } from '../components/PageTitle';

function DirectoryOrFile(props: { located: Located; address: string }) {
  const { located, address } = props;
  const { pathname, hash } = useLocation();
  const repository = useRepository();
  const { revision, path, type } = located;
  const view = type === 'directory' ? 'tree' : 'blob';
  if (address && !pathname.includes(`/-/${view}/`)) {
    const to = viewPath(repository, view, revision, path);
    return <Navigate to={`${to}${hash}`} replace />;
  }
  return (
    <>
      <Toolbar actions={<FileActions located={located} />}>
        <RevisionPicker
          revision={revision}
          hrefOf={name => viewPath(repository, view, name, path)}
        />
        <PathTrail place={located} />
      </Toolbar>
      {path === '' && <PendingChanges />}
      {type === 'directory' ? (
        <DirectoryView located={located} />
      ) : (
        <FileView located={located} />
      )}
    </>
  );
}

/** A directory or a file of the repository, whichever the address leads to. */
export function FilesPage(props: { rest: string }) {
  const { rest } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { namespace, name } = useRepository();
  return (
    <>
      <PageTitle
        title={[rest, `${namespace}/${name}`].filter(Boolean).join(' · ')}
      />
      <LocatedView rest={rest} subject={rest || t('subject.files')}>
        {located => <DirectoryOrFile located={located} address={rest} />}
      </LocatedView>
    </>
  );
}
