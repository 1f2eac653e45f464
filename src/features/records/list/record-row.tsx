import { FlexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import classes from './list.module.css';
import type { features } from './list-columns.tsx';
import type { ListRow } from './use-list-window.ts';

type RecordRowProps = {
  at: number;
  /** Not there yet: it is on its way. */
  row: Row<typeof features, ListRow> | undefined;
  /** Another array where other columns are shown, or the same in another language. */
  columns: readonly unknown[];
  isCurrent: boolean;
};

export const rowId = (at: number): string => `row-${at}`;

/** One record of the list. It is drawn once, however far the list is scrolled: presses and keys are heard by the table. */
export const RecordRow = memo(function RecordRow({ at, row, columns, isCurrent }: RecordRowProps) {
  return (
    <tr aria-rowindex={at + 2} aria-selected={isCurrent} className={classes.row} data-at={at} id={rowId(at)}>
      {row === undefined ? (
        <td className={classes.coming} colSpan={columns.length}>
          <span className={classes.comingBar} />
        </td>
      ) : (
        row.getAllCells().map((cell) => (
          <td key={cell.id}>
            {cell.column.id === 'code' ? (
              <button className={classes.codeButton} data-open tabIndex={-1} type="button">
                <FlexRender cell={cell} />
              </button>
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        ))
      )}
    </tr>
  );
}, isDrawnAlike);

/** The table makes new rows whenever others come into sight; what they show is told by the record. */
function isDrawnAlike(before: RecordRowProps, now: RecordRowProps): boolean {
  return (
    before.at === now.at &&
    before.isCurrent === now.isCurrent &&
    before.columns === now.columns &&
    before.row?.original === now.row?.original
  );
}
