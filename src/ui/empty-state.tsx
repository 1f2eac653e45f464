import type { ReactNode } from 'react';
import styles from './small.module.css';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** What will be here, and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
      {action === undefined ? null : <div className={styles.emptyAction}>{action}</div>}
    </div>
  );
}
