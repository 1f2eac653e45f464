import type { ReactNode } from 'react';
import styles from './notice.module.css';

type NoticeProps = {
  tone: 'error' | 'warn' | 'good' | 'info';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

/** A message in the page; errors are read out at once. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      {title === undefined ? null : <div className={styles.what}>{title}</div>}
      {children === undefined || children === null ? null : <div className={styles.more}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

type FailureNoticeProps = {
  /** null: nothing failed, nothing is shown. */
  text: { readonly what: string; readonly safe: string; readonly todo: string } | null;
  actions?: ReactNode;
};

/** What happened, what is safe, what to do. */
export function FailureNotice({ text, actions }: FailureNoticeProps) {
  if (text === null) return null;
  return (
    <Notice tone="error" title={text.what} actions={actions}>
      {[text.safe, text.todo].filter((sentence) => sentence !== '').join(' ')}
    </Notice>
  );
}
