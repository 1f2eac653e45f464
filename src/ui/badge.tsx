import type { ReactNode } from 'react';
import styles from './small.module.css';

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'error';

type BadgeProps = { children: ReactNode; tone?: Tone };

export function Badge({ children, tone = 'quiet' }: BadgeProps) {
  return <span className={`${styles.badge} ${tone === 'quiet' ? '' : styles[tone]}`}>{children}</span>;
}

type StatusDotProps = { tone: Tone };

/** Always beside words that say the same: colour never alone. */
export function StatusDot({ tone }: StatusDotProps) {
  const shade = { quiet: '', accent: '', good: styles.dotGood, warn: styles.dotWarn, error: styles.dotError }[tone];
  return <span className={`${styles.dot} ${shade}`} aria-hidden="true" />;
}
