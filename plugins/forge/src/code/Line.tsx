import type { Token } from './highlight';
import styles from './tokens.module.css';

/** The coloured pieces of a line of code. */
export function Line(props: { tokens: Token[] }) {
  return (
    <>
      {props.tokens.map((token, index) => (
        <span
          // A line never changes its order.
          key={index}
          className={token.kind && styles[token.kind]}
        >
          {token.text}
        </span>
      ))}
    </>
  );
}
