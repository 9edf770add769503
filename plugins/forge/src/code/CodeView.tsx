import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { forgeTranslationRef } from '../translation';
import { Line } from './Line';
import { parseLineAnchor } from './lineAnchor';
import { useHighlighted } from './useHighlighted';
import styles from './CodeView.module.css';

/** More lines at once make the page slow; the rest is one click away. */
const SHOWN = 3_000;

/** The lines of a file with their numbers; `#L10` and `#L10-L20` mark lines. */
export function CodeView(props: { text: string; path: string }) {
  const { path } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const lines = useHighlighted(props.text.replace(/\n$/, ''), { path });
  const marked = parseLineAnchor(useLocation().hash);
  const first = marked?.first;
  const [isWhole, setWhole] = useState((first ?? 0) > SHOWN);
  const code = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first !== undefined) {
      code.current
        ?.querySelector(`#L${first}`)
        ?.scrollIntoView?.({ block: 'center' });
    }
  }, [first]);

  return (
    <>
      <div
        ref={code}
        className={styles.code}
        role="region"
        aria-label={t('files.content', { path })}
        // Keyboards scroll it, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={styles.lines}>
          {(isWhole ? lines : lines.slice(0, SHOWN)).map((tokens, index) => {
            const number = index + 1;
            const isMarked =
              marked && number >= marked.first && number <= marked.last;
            return (
              <div
                key={number}
                id={`L${number}`}
                className={isMarked ? styles.marked : styles.line}
              >
                <a
                  className={styles.number}
                  href={`#L${number}`}
                  data-number={number}
                  aria-label={t('files.line', { number: String(number) })}
                  tabIndex={-1}
                />
                <code className={styles.text}>
                  <Line tokens={tokens} />
                  {'\n'}
                </code>
              </div>
            );
          })}
        </div>
      </div>
      {!isWhole && lines.length > SHOWN && (
        <div className={styles.more}>
          <Button variant="secondary" onPress={() => setWhole(true)}>
            {t('files.showAll', { amount: String(lines.length) })}
          </Button>
        </div>
      )}
    </>
  );
}
