import type { ReactNode } from 'react';
import styles from './small.module.css';

/** A control and the button that fills it, on one line. */
export function WithButton({ children }: { children: ReactNode }) {
  return <div className={styles.withButton}>{children}</div>;
}
