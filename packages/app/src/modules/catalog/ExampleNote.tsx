import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { useId } from 'react';
import { appTranslationRef } from '../../translation';

/** Where the docs of the portal say how to turn the examples off. */
const GUIDE = '/docs/default/system/groundwork/guides/examples';

/** Tells the reader of an entity that it comes with the portal, and how to be rid of it. */
export function ExampleNote() {
  const { t } = useTranslationRef(appTranslationRef);
  const titleId = useId();
  return (
    <Alert
      role="note"
      aria-labelledby={titleId}
      status="info"
      icon
      title={<span id={titleId}>{t('catalog.example.title')}</span>}
      description={
        <>
          {t('catalog.example.description')}{' '}
          <Link href={GUIDE} variant="body-small">
            {t('catalog.example.guide')}
          </Link>
        </>
      }
    />
  );
}
