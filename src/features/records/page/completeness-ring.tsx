import type { Progress } from '../form/evaluation.ts';
import classes from './record-page.module.css';

type CompletenessRingProps = Progress;

const radius = 6;
const length = 2 * Math.PI * radius;

/** How much of a section is answered; the number stands beside it for those who listen. */
export function CompletenessRing({ answered, expected }: CompletenessRingProps) {
  const share = expected === 0 ? 1 : answered / expected;
  return (
    <svg aria-hidden="true" className={classes.ring} height="16" viewBox="0 0 16 16" width="16">
      <circle className={classes.ringBase} cx="8" cy="8" r={radius} />
      <circle
        className={classes.ringPart}
        cx="8"
        cy="8"
        r={radius}
        strokeDasharray={`${share * length} ${length}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
