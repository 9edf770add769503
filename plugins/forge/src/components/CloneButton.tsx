import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, DialogTrigger, Link, Popover, Text } from '@backstage/ui';
import type { Repository } from '@groundwork/plugin-forge-common';
import { RiDownloadCloud2Line } from '@remixicon/react';
import { absoluteUrl, TOKENS_PATH } from '../addresses';
import { forgeTranslationRef } from '../translation';
import { CopyButton } from './CopyButton';
import styles from './CloneButton.module.css';

/** The address that `git clone` takes, with a way to copy it. */
export function CloneAddress(props: { repository: Repository }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const baseUrl = useApi(configApiRef).getString('app.baseUrl');
  const url = absoluteUrl(props.repository.cloneUrl, baseUrl);
  return (
    <div className={styles.address}>
      <code className={styles.url}>{url}</code>
      <CopyButton text={url} label={t('clone.copy')} />
    </div>
  );
}

/** Says how to get a working copy of a repository. */
export function CloneButton(props: { repository: Repository }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadCloud2Line size={16} />}
      >
        {t('clone.button')}
      </Button>
      <Popover placement="bottom end" aria-label={t('clone.title')}>
        <div className={styles.panel}>
          <Text as="p" weight="bold">
            {t('clone.title')}
          </Text>
          <CloneAddress repository={props.repository} />
          <Text as="p" variant="body-small" color="secondary">
            {t('clone.password')}
          </Text>
          <Link href={TOKENS_PATH} variant="body-small">
            {t('clone.tokens')}
          </Link>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
