import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { Fragment, useMemo } from 'react';
import {
  Decoration,
  Diff,
  Hunk,
  isDelete,
  isInsert,
  markEdits,
  parseDiff,
  tokenize,
  type GutterOptions,
  type ViewType,
} from 'react-diff-view';
import 'react-diff-view/style/index.css';
import { forgeTranslationRef } from '../translation';
import styles from './Patch.module.css';

function parsePatch(patch: string) {
  const file = parseDiff(patch)[0];
  return (
    file && {
      file,
      // Marks the words that differ inside changed lines.
      tokens: tokenize(file.hunks, {
        enhancers: [markEdits(file.hunks, { type: 'block' })],
      }),
    }
  );
}

function Gutter(props: { options: GutterOptions }) {
  const { change, side, renderDefault } = props.options;
  const { t } = useTranslationRef(forgeTranslationRef);
  const isAdded = isInsert(change) && side === 'new';
  const isRemoved = isDelete(change) && side === 'old';
  return (
    <>
      {isAdded && <VisuallyHidden>{t('diff.added')}</VisuallyHidden>}
      {isRemoved && <VisuallyHidden>{t('diff.removed')}</VisuallyHidden>}
      {renderDefault()}
    </>
  );
}

/** The changed lines of a file; added and removed ones are told apart by sign, colour and words. */
export function Patch(props: {
  patch: string;
  path: string;
  viewType: ViewType;
}) {
  const { patch, path, viewType } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const parsed = useMemo(() => parsePatch(patch), [patch]);
  if (!parsed?.file.hunks.length) {
    return <p className={styles.note}>{t('diff.modeOnly')}</p>;
  }
  const { file, tokens } = parsed;
  return (
    <div
      className={styles.patch}
      role="region"
      aria-label={t('diff.linesOf', { path })}
      // Keyboards scroll it, too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Diff
        viewType={viewType}
        diffType={file.type}
        hunks={file.hunks}
        tokens={tokens}
        renderGutter={options => <Gutter options={options} />}
      >
        {hunks =>
          hunks.map(hunk => (
            <Fragment key={hunk.content}>
              <Decoration className={styles.hunk}>{hunk.content}</Decoration>
              <Hunk hunk={hunk} />
            </Fragment>
          ))
        }
      </Diff>
    </div>
  );
}
