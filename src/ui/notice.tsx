import { type ReactNode, useEffect, useRef } from 'react';
import styles from './notice.module.css';

type NoticeProps = {
  tone: 'error' | 'warn' | 'good' | 'info';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

/** A message in the page; errors are read out at once, and an outcome below the fold comes into view. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const isOutcome = tone === 'error' || tone === 'good';
  useEffect(() => {
    if (isOutcome) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isOutcome]);
  return (
    <div ref={box} className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
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
