import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { useEffect, useState } from 'react';
import { forgeApiRef, type RevisionPath } from '../api/forgeApi';
import { useRepository } from '../components/RepositoryContext';
import styles from './RepositoryImage.module.css';

/** Pictures that cannot carry scripts; SVG can, and is shown as text. */
const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
};

function imageTypeOf(path: string): string | undefined {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** Whether a file is a picture that is shown as one. */
export function isImagePath(path: string): boolean {
  return imageTypeOf(path) !== undefined;
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const created = URL.createObjectURL(blob);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [blob]);
  return url;
}

/** A picture of the repository, read with the reader's rights. */
export function RepositoryImage(props: { place: RevisionPath; alt: string }) {
  const { revision, path } = props.place;
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { value, error } = useAsyncState(async () => {
    const bytes = await forgeApi.getRaw(
      { namespace, name },
      { revision, path },
    );
    return new Blob([bytes], { type: imageTypeOf(path) });
  }, [forgeApi, namespace, name, revision, path]);
  const url = useObjectUrl(value);
  if (error) {
    return <span className={styles.missing}>{props.alt || path}</span>;
  }
  return url ? (
    <img className={styles.image} src={url} alt={props.alt} />
  ) : (
    <Skeleton width={160} height={90} />
  );
}
