import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useEffect, useState } from 'react';
import { forgeTranslationRef } from '../translation';

/** Long enough to be noticed, short enough not to be mistaken for a state. */
const SHOWN_MS = 2_000;

const ICONS = {
  idle: <RiFileCopyLine size={16} />,
  copied: <RiCheckLine size={16} />,
  failed: <RiErrorWarningLine size={16} />,
};

/** Copies a text and says so, to screen readers too. */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const [state, setState] = useState<keyof typeof ICONS>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={label}
        icon={ICONS[state]}
        onPress={copy}
      />
      <VisuallyHidden role="status">
        {state === 'copied' && t('copy.done')}
        {state === 'failed' && t('copy.failed')}
      </VisuallyHidden>
    </>
  );
}
