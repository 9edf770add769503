import type { TimelineMonth } from '@groundwork/plugin-adr-common';
import styles from './TimelineView.module.css';
import type { ToneOf } from './tones';

/** The width of a month with the most decisions. */
const FULL = 100;

/** The decisions of a month as a bar with a part for each system; the numbers beside it say the same. */
export function MonthBar(props: {
  month: TimelineMonth;
  largest: number;
  toneOf: ToneOf;
}) {
  const { month, largest, toneOf } = props;
  let x = 0;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${FULL} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {month.systems.map(({ systemRef, count }) => {
        const width = (count / largest) * FULL;
        const start = x;
        x += width;
        return (
          <rect
            key={systemRef ?? ''}
            className={styles.part}
            data-tone={toneOf(systemRef)}
            x={start}
            y={0}
            width={width}
            height={8}
          />
        );
      })}
    </svg>
  );
}
