import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { createTranslations } from '../translation';
import { formatSize } from './formatSize';
import type { PlannedFile } from './Plan';
import styles from './FileContent.module.css';

/** Far more than a reader reads before Create, and little enough to colour at once. */
const SHOWN_CHARACTERS = 40_000;

/** Colours the text in the background; the plain text is there from the start. */
function useHighlighted(path: string, text: string): string | undefined {
  const [markup, setMarkup] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    import('./highlight').then(
      ({ highlight }) => isCurrent && setMarkup(highlight(path, text)),
    );
    return () => {
      isCurrent = false;
    };
  }, [path, text]);
  return markup;
}

function Code(props: { path: string; text: string; label: string }) {
  const { path, text, label } = props;
  const markup = useHighlighted(path, text);
  return (
    // A region that scrolls must be reachable from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
      {markup === undefined ? (
        <code>{text}</code>
      ) : (
        // The highlighter escapes every character of the file and adds spans with its own class names.
        <code dangerouslySetInnerHTML={{ __html: markup }} />
      )}
    </pre>
  );
}

/** One file of the plan, coloured, up to a length that a browser shows at once. */
export function FileContent(props: { file: PlannedFile }) {
  const { path, size, content } = props.file;
  const { t } = useTranslationRef(createTranslations);
  const isCut = content !== undefined && content.length > SHOWN_CHARACTERS;
  return (
    <>
      <div className={styles.path}>
        <Text as="h5" variant="body-small" weight="bold">
          {path}
        </Text>
        {isCut && (
          <Text variant="body-small" color="secondary">
            {t('plan.cut', {
              shown: formatSize(SHOWN_CHARACTERS),
              size: formatSize(size),
            })}
          </Text>
        )}
      </div>
      {content === undefined ? (
        <p className={styles.note}>{t('plan.binary')}</p>
      ) : (
        <Code
          path={path}
          text={content.slice(0, SHOWN_CHARACTERS)}
          label={t('plan.content', { path })}
        />
      )}
    </>
  );
}
