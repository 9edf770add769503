import { Line } from './Line';
import { useHighlighted } from './useHighlighted';
import styles from './CodeBlock.module.css';

/** Code inside a document; long lines scroll inside the block. */
export function CodeBlock(props: { text: string; language?: string }) {
  const lines = useHighlighted(props.text, { language: props.language });
  return (
    // Keyboards scroll it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.block} tabIndex={0}>
      <code>
        {lines.map((tokens, index) => (
          <span key={index}>
            <Line tokens={tokens} />
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
