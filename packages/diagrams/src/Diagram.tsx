import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAsyncState, useThemeMode } from '@groundwork/ui';
import { useId, useState } from 'react';
import styles from './Diagram.module.css';
import { drawDiagram, type DrawDiagram } from './drawDiagram';
import { diagramTranslationRef } from './translation';

/** The classes of the parts of a diagram. */
export type DiagramClasses = Record<
  'figure' | 'drawing' | 'toggle' | 'source' | 'failure',
  string
>;

/** What to draw, and how. */
export interface DiagramProps {
  /** The text of the diagram, in Mermaid's language. */
  source: string;
  /** What it shows, for those who do not see it. */
  label?: string;
  /** Replaces the style sheet of the package where that does not reach, such as in a shadow root. */
  classes?: DiagramClasses;
  draw?: DrawDiagram;
}

/**
 * Draws a Mermaid diagram from a text that nobody vouches for, in the colours of the portal.
 *
 * @remarks The source stands in its place until it is drawn, stays there with the reason when it cannot be drawn, and can
 * be shown beside the drawing.
 */
export function Diagram(props: DiagramProps) {
  const { source, label, classes = styles, draw = drawDiagram } = props;
  const { t } = useTranslationRef(diagramTranslationRef);
  const mode = useThemeMode();
  const { value, error } = useAsyncState(
    () => draw(source, mode),
    [draw, source, mode],
  );
  const [isSourceAsked, setSourceAsked] = useState(false);
  const id = useId();
  const isDrawn = value !== undefined;
  return (
    <figure className={classes.figure}>
      {error && (
        <p className={classes.failure} role="alert">
          {t('failed', { reason: error.message })}
        </p>
      )}
      {isDrawn && (
        <>
          <div
            className={classes.drawing}
            role="img"
            aria-label={label ?? t('diagram')}
            // Mermaid has sanitized it; see drawDiagram.
            dangerouslySetInnerHTML={{ __html: value }}
          />
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isSourceAsked}
            aria-controls={isSourceAsked ? id : undefined}
            onClick={() => setSourceAsked(!isSourceAsked)}
          >
            {t(isSourceAsked ? 'hideSource' : 'showSource')}
          </button>
        </>
      )}
      {(!isDrawn || isSourceAsked) && (
        <pre
          className={classes.source}
          id={id}
          // A long line is scrolled to by keyboard, too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={t('source')}
        >
          <code>{source}</code>
        </pre>
      )}
    </figure>
  );
}
