import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useAction } from '@groundwork/ui';
import { RiDownloadLine } from '@remixicon/react';
import { nameOf } from '../addresses';
import { forgeApiRef, type RevisionPath } from '../api/forgeApi';
import { ActionFailure } from '../components/ActionFailure';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';

/** Hands bytes to the browser's own download. */
function save(blob: Blob, fileName: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads a file as it is in the repository. */
export function DownloadButton(props: { place: RevisionPath }) {
  const { place } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { run, isPending, error } = useAction(async () =>
    save(await forgeApi.getRaw(repository, place), nameOf(place.path)),
  );
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine size={16} />}
        isPending={isPending}
        onPress={() => run()}
      >
        {t('files.download')}
      </Button>
      {error !== undefined && (
        <ActionFailure title={t('files.downloadFailed')} error={error} />
      )}
    </>
  );
}
