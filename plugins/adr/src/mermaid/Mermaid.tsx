import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { adrTranslationRef } from '../translation';
import { diagramUrl, drawDiagram } from './drawDiagram';
import styles from './Mermaid.module.css';
import { useThemeMode } from './useThemeMode';

/** The text of a diagram, for those who cannot see it or want to change it. */
function Source(props: { text: string; isOpen?: boolean }) {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <details className={styles.source} open={props.isOpen}>
      <summary>{t('mermaid.source')}</summary>
      <pre>
        <code>{props.text}</code>
      </pre>
    </details>
  );
}

/** A diagram in Mermaid's language, drawn as a picture with its text below; what cannot be drawn stays text. */
export function Mermaid(props: { text: string }) {
  const { text } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const mode = useThemeMode();
  const { value, error } = useAsyncState(
    async () => diagramUrl(await drawDiagram(text, mode)),
    [text, mode],
  );
  if (error) {
    return (
      <figure className={styles.figure}>
        <Text as="p" color="secondary">
          {t('mermaid.failed', { reason: error.message.split('\n')[0] })}
        </Text>
        <Source text={text} isOpen />
      </figure>
    );
  }
  return (
    <figure className={styles.figure}>
      {value ? (
        <img className={styles.picture} src={value} alt={t('mermaid.alt')} />
      ) : (
        <Skeleton width="100%" height={160} />
      )}
      <Source text={text} />
    </figure>
  );
}
