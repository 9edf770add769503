import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import {
  adrDecisionProposePermission,
  PROPOSE_PATH,
} from '@groundwork/plugin-adr-common';
import { RiAddLine } from '@remixicon/react';
import { adrTranslationRef } from '../translation';

/** Leads those who may propose to the form, filled in for the entity that they come from. */
export function ProposeLink(props: {
  entityRef?: string;
  isPrimary?: boolean;
}) {
  const { entityRef, isPrimary } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const { allowed } = usePermission({
    permission: adrDecisionProposePermission,
  });
  if (!allowed) {
    return null;
  }
  const query = entityRef
    ? `?${new URLSearchParams({ entity: entityRef })}`
    : '';
  return (
    <ButtonLink
      href={`${PROPOSE_PATH}${query}`}
      variant={isPrimary ? 'primary' : 'secondary'}
      size="small"
      iconStart={<RiAddLine size={16} />}
    >
      {t('log.propose')}
    </ButtonLink>
  );
}
