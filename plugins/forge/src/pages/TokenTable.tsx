import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { AccessToken } from '@groundwork/plugin-forge-common';
import { useAction } from '@groundwork/ui';
import { forgeApiRef } from '../api/forgeApi';
import { ActionFailure } from '../components/ActionFailure';
import { Ago } from '../components/Ago';
import { ConfirmedAction } from '../components/ConfirmedAction';
import { forgeTranslationRef } from '../translation';
import styles from './TokenTable.module.css';

function Expiry(props: { at?: string }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  if (!props.at) return <>{t('tokens.never')}</>;
  return new Date(props.at) < new Date() ? (
    <span className={styles.expired}>{t('tokens.expired')}</span>
  ) : (
    <Ago at={props.at} />
  );
}

function TokenRow(props: {
  token: AccessToken;
  isPending: boolean;
  onRevoke: () => void;
}) {
  const { token, isPending, onRevoke } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <tr className={styles.row}>
      <th scope="row">{token.name}</th>
      <td>
        <Ago at={token.createdAt} />
      </td>
      <td>
        {token.lastUsedAt ? <Ago at={token.lastUsedAt} /> : t('tokens.unused')}
      </td>
      <td>
        <Expiry at={token.expiresAt} />
      </td>
      <td className={styles.action}>
        <ConfirmedAction
          size="small"
          label={t('tokens.revoke')}
          name={t('tokens.revokeNamed', { name: token.name })}
          consequence={t('tokens.revokeConsequence', { name: token.name })}
          confirm={t('tokens.revoke')}
          isDestructive
          isPending={isPending}
          onConfirm={onRevoke}
        />
      </td>
    </tr>
  );
}

/** The reader's tokens, without their secrets. */
export function TokenTable(props: {
  tokens: AccessToken[];
  onRevoked: () => void;
}) {
  const { tokens, onRevoked } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { run, isPending, error } = useAction(async (id: string) => {
    await forgeApi.revokeToken(id);
    onRevoked();
  });
  const columns = ['name', 'createdAt', 'lastUsed', 'expires'] as const;
  return (
    <>
      {error !== undefined && (
        <ActionFailure title={t('tokens.revokeFailed')} error={error} />
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{t('tokens.list')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {t(`tokens.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {tokens.map(token => (
              <TokenRow
                key={token.id}
                token={token}
                isPending={isPending}
                onRevoke={() => run(token.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
