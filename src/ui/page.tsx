import type { ReactNode } from 'react';
import styles from './page.module.css';

type PageProps = {
  children: ReactNode;
  /** The page takes exactly the height of the window and its panels scroll. */
  fill?: boolean;
  /** Text and forms stay readable on a wide screen. */
  narrow?: boolean;
  /** In the middle, for pages without a rail. */
  centred?: boolean;
};

export function Page({ children, fill = false, narrow = false, centred = false }: PageProps) {
  const shape = [fill ? styles.fill : '', narrow ? styles.narrow : '', centred ? styles.centred : ''].join(' ');
  return <div className={`${styles.page} ${shape}`}>{children}</div>;
}

type PageHeaderProps = { title: ReactNode; beside?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, beside, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {beside === undefined ? null : <div className={styles.beside}>{beside}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

type PanelProps = {
  children?: ReactNode;
  title?: ReactNode;
  /** One or two sentences under the title. */
  note?: ReactNode;
  className?: string;
};

export function Panel({ children, title, note, className = '' }: PanelProps) {
  return (
    <section className={`${styles.panel} ${className}`}>
      {title === undefined ? null : <h2 className={styles.panelTitle}>{title}</h2>}
      {note === undefined ? null : <p className={styles.panelNote}>{note}</p>}
      {children === null || children === undefined ? null : (
        <div className={title === undefined ? undefined : styles.panelBody}>{children}</div>
      )}
    </section>
  );
}
