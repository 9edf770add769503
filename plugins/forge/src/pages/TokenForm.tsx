import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextField } from '@backstage/ui';
import { useAction } from '@groundwork/ui';
import { useState } from 'react';
import { forgeApiRef } from '../api/forgeApi';
import { ActionFailure } from '../components/ActionFailure';
import { CopyButton } from '../components/CopyButton';
import { Form } from '../components/Form';
import { forgeTranslationRef } from '../translation';
import styles from './TokenForm.module.css';

/** Days until a token expires. */
const LIFETIMES = [30, 90, 365];

function Secret(props: { secret: string }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <div className={styles.created} role="status">
      <Text as="p" weight="bold">
        {t('tokens.created')}
      </Text>
      <Text as="p">{t('tokens.createdOnce')}</Text>
      <div className={styles.secret}>
        <code>{props.secret}</code>
        <CopyButton text={props.secret} label={t('tokens.copy')} />
      </div>
    </div>
  );
}

/** Creates a token and shows its secret, once. */
export function TokenForm(props: { onCreated: () => void }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(LIFETIMES[1]));
  const [secret, setSecret] = useState<string>();
  const { run, isPending, error } = useAction(async () => {
    const token = await forgeApi.createToken({
      name: name.trim(),
      expiresInDays: Number(days),
    });
    setSecret(token.secret);
    setName('');
    props.onCreated();
  });
  return (
    <Form
      onSubmit={() => run()}
      buttons={
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={!name.trim()}
        >
          {t('tokens.create')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('tokens.name')}
          description={t('tokens.nameHelp')}
          value={name}
          onChange={setName}
        />
        <Select
          label={t('tokens.expires')}
          description={t('tokens.expiresHelp')}
          options={LIFETIMES.map(lifetime => ({
            id: String(lifetime),
            label: t('tokens.days', { count: lifetime }),
          }))}
          value={days}
          onChange={key => setDays(String(key))}
        />
      </div>
      {secret && <Secret secret={secret} />}
      {error !== undefined && (
        <ActionFailure title={t('tokens.createFailed')} error={error} />
      )}
    </Form>
  );
}
