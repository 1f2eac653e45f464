import type { ReactNode } from 'react';
import classes from './quality.module.css';

type ReportTableProps = { caption: string; head: ReactNode; children: ReactNode };

/** A table of figures; its head stays in sight while the panel scrolls. */
export function ReportTable({ caption, head, children }: ReportTableProps) {
  return (
    <table className={classes.table}>
      <caption className={classes.heard}>{caption}</caption>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type NumberHeadProps = { children: ReactNode };

export function NumberHead({ children }: NumberHeadProps) {
  return (
    <th className={classes.number} scope="col">
      {children}
    </th>
  );
}

export function NumberCell({ children }: NumberHeadProps) {
  return <td className={classes.number}>{children}</td>;
}
