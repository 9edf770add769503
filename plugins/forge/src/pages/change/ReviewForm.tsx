import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, Text, TextAreaField } from '@backstage/ui';
import type { ReviewVerdict } from '@groundwork/plugin-forge-common';
import { useAction } from '@groundwork/ui';
import { useState } from 'react';
import { forgeApiRef } from '../../api/forgeApi';
import { Form } from '../../components/Form';
import { Panel } from '../../components/Panel';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';
import type { ChangeActionProps } from './ChangeActionProps';
import { MovedFailure } from './MovedFailure';

const VERDICTS: ReviewVerdict[] = ['comment', 'approve', 'request-changes'];

/** An author does not approve their own change. */
function verdictsFor(isAuthor: boolean): ReviewVerdict[] {
  return isAuthor ? ['comment'] : VERDICTS;
}

/** Reviews the change as the reader sees it. */
export function ReviewForm(props: ChangeActionProps) {
  const { change, isAuthor, onChange, onReload } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name, access } = useRepository();
  const [verdict, setVerdict] = useState<ReviewVerdict>('comment');
  const [comment, setComment] = useState('');
  const { run, isPending, error } = useAction(async () => {
    const reviewed = await forgeApi.review(
      { namespace, name, number: change.number },
      {
        verdict,
        expectedHead: change.head,
        ...(comment.trim() && { comment: comment.trim() }),
      },
    );
    setComment('');
    setVerdict('comment');
    onChange(reviewed);
  });
  if (!access.propose) {
    return (
      <Text as="p" color="secondary">
        {t('review.forbidden')}
      </Text>
    );
  }
  const verdicts = verdictsFor(isAuthor);
  return (
    <Panel title={t('review.add')}>
      <Form
        onSubmit={() => run()}
        buttons={
          <Button
            type="submit"
            variant="primary"
            isPending={isPending}
            isDisabled={verdict === 'comment' && !comment.trim()}
          >
            {t('review.submit')}
          </Button>
        }
      >
        <TextAreaField
          label={t('review.comment')}
          description={t('change.markdown')}
          value={comment}
          onChange={setComment}
          rows={3}
        />
        {verdicts.length > 1 && (
          <RadioGroup
            label={t('review.verdict')}
            orientation="horizontal"
            value={verdict}
            onChange={value =>
              setVerdict(verdicts.find(known => known === value) ?? 'comment')
            }
          >
            {verdicts.map(known => (
              <Radio key={known} value={known}>
                {t(`review.verdicts.${known}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {isAuthor && (
          <Text as="p" variant="body-small" color="secondary">
            {t('review.own')}
          </Text>
        )}
        <MovedFailure
          title={t('review.failed')}
          error={error}
          onReload={onReload}
        />
      </Form>
    </Panel>
  );
}
