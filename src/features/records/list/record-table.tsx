import { useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOrder } from '#shared/contract/list-query.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './list.module.css';
import { features, makeColumns, orderBy, widthOf } from './list-columns.tsx';
import { RecordRow, rowId } from './record-row.tsx';
import type { ListRow } from './use-list-window.ts';
import type { RowWindow } from './use-row-window.ts';

type RecordTableProps = {
  caption: string;
  total: number;
  rowAt: (at: number) => ListRow | undefined;
  rows: RowWindow;
  fields: readonly FieldDeclaration[];
  order: ListOrder;
  /** The rows lie in the bin. */
  isBin: boolean;
  /** Place of the row that has the keyboard. */
  current: number;
  /** What is shown belongs to the question before. */
  isChanging: boolean;
  onOrder: (order: ListOrder) => void;
  onCurrent: (at: number) => void;
  onOpen: (at: number) => void;
};

/** Dense rows of which only those in sight exist; arrows move, Enter opens. */
export function RecordTable(props: RecordTableProps) {
  const { caption, total, rowAt, rows, fields, order, isBin, current, isChanging, onOrder, onCurrent, onOpen } = props;
  const { t } = useTranslation();
  const words = useWords();
  const columns = useMemo(() => makeColumns(fields, words, t, isBin), [fields, words, t, isBin]);
  const { first, end, before, after } = rows;
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
  const loaded = useUnchanged(drawn.flatMap((at) => rowAt(at) ?? []));
  const table = useTable({ features, columns, data: loaded });
  const model = new Map(table.getRowModel().rows.map((row) => [row.original.meta.id, row]));
  const isInSight = current >= first && current < end;

  const moveTo = (wanted: number) => {
    const at = Math.min(total - 1, Math.max(0, wanted));
    onCurrent(at);
    rows.show(at);
  };
  const hearKey = (event: KeyboardEvent) => {
    const ends: Readonly<Record<string, number>> = { Home: 0, End: total - 1 };
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rows.page,
      PageUp: -rows.page,
    };
    const step = event.ctrlKey ? undefined : steps[event.key];
    const wanted = ends[event.key] ?? (step === undefined ? undefined : current + step);
    if (wanted !== undefined && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      moveTo(wanted);
    } else if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(current);
  };

  /** The code of a record is a button; two presses anywhere in its row do the same. */
  const hearPress = ({ target, type }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('[data-at]');
    if (row === null) return;
    if (type === 'dblclick' || target.closest('[data-open]') !== null) onOpen(Number(row.dataset.at));
    else onCurrent(Number(row.dataset.at));
  };

  return (
    <div className={classes.scroller} ref={rows.scroller}>
      <table
        aria-activedescendant={isInSight ? rowId(current) : undefined}
        aria-busy={isChanging}
        aria-label={caption}
        aria-rowcount={total + 1}
        className={classes.table}
        data-list
        onClick={hearPress}
        onDoubleClick={hearPress}
        onKeyDown={hearKey}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid.
        role="grid"
        tabIndex={0}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column.id ?? '', fields, words, t) }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr aria-rowindex={1} key={group.id}>
              {group.headers.map((header) => {
                const { asked, isThis } = orderBy(header.column.id, fields, order);
                return (
                  <th
                    aria-sort={isThis ? (order.descending ? 'descending' : 'ascending') : undefined}
                    key={header.id}
                    scope="col"
                  >
                    <button className={classes.orderButton} onClick={() => onOrder(asked)} type="button">
                      <table.FlexRender header={header} />
                      <span aria-hidden="true">{isThis ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer height={before} />
          {drawn.map((at) => {
            const row = model.get(rowAt(at)?.meta.id ?? '');
            return <RecordRow at={at} columns={columns} isCurrent={at === current} key={at} row={row} />;
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** The same array as long as the same rows are in it, so that scrolling draws only what is new. */
function useUnchanged<T>(now: readonly T[]): T[] {
  const kept = useRef<T[]>([]);
  const isSame = kept.current.length === now.length && now.every((each, at) => each === kept.current[at]);
  if (!isSame) kept.current = [...now];
  return kept.current;
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds the place of rows out of sight and takes no keyboard.
    <tr aria-hidden="true">
      <td className={classes.spacer} style={{ height }} />
    </tr>
  );
}
