import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { decisionsApiRef } from '../api/decisionsApi';
import { adrTranslationRef } from '../translation';
import styles from './Document.module.css';

/** As data, because a picture that is shown from data runs nothing, and the portal's policy admits it. */
function readAsDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** A picture of a record, read with the reader's rights by its place in the text. */
export function RecordImage(props: { id: string; index: number; alt: string }) {
  const { id, index, alt } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const { value, error } = useAsyncState(
    async () => readAsDataUrl(await decisionsApi.getImage(id, index)),
    [decisionsApi, id, index],
  );
  if (error) {
    return (
      <span className={styles.leftOut}>{t('reader.imageFailed', { alt })}</span>
    );
  }
  return value ? (
    <img className={styles.image} src={value} alt={alt} />
  ) : (
    <Skeleton width={160} height={90} />
  );
}
