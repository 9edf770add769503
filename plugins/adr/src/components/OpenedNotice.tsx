import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import type { OpenedChange } from '@groundwork/plugin-adr-common';
import { adrTranslationRef } from '../translation';

/** Leads to the change that an action has opened. */
export function OpenedNotice(props: { opened: OpenedChange }) {
  const { change, changeUrl } = props.opened;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <div role="status">
      <Alert
        status="success"
        icon
        title={t('verdict.opened', { change: String(change) })}
        description={t('verdict.openedText')}
        customActions={
          <ButtonLink href={changeUrl} size="small" variant="secondary">
            {t('verdict.showChange')}
          </ButtonLink>
        }
      />
    </div>
  );
}
