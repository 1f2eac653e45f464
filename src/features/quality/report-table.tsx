import type { ReactNode } from 'react';
import classes from './quality.module.css';

type ReportTableProps = { caption: string; head: ReactNode; children: ReactNode };

/** A table of figures; one wider than its panel scrolls in itself, by keyboard too. */
export function ReportTable({ caption, head, children }: ReportTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section aria-label={caption} className={classes.tableScroll} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.heard}>{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
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
