import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { useWords, type Words } from '../texts/use-words.ts';
import classes from './list.module.css';
import { features, makeColumns, orderOf } from './list-columns.tsx';
import type { ListOrder } from './list-view.ts';
import type { ListRow } from './use-record-list.ts';

type RecordTableProps = {
  caption: string;
  rows: readonly ListRow[];
  total: number;
  fields: readonly FieldDeclaration[];
  order: ListOrder;
  selected: string | null;
  onOrder: (order: ListOrder) => void;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onNearEnd: () => void;
  /** The rows lie in the bin. */
  isBin: boolean;
};

const rowHeight = 32;
const widths: Readonly<Record<string, number>> = {
  savedAt: 160,
  enteredBy: 140,
  binnedAt: 160,
  binnedBy: 140,
  binReason: 280,
};
const narrowestCode = 132;
const narrowest = 84;
const widestMarker = 160;
const widthsByType = { int: 84, decimal: 96, date: 116, partial_date: 116, text: 170, code: 260, codes: 190 };
const perLetter = 7.5;
const perBadgeLetter = 6.5;
/** What stands left and right of a text in a cell, and around a badge in it. */
const aroundText = 24;
const aroundBadge = 38;

const longest = (labels: readonly string[]) => Math.max(0, ...labels.map(({ length }) => length));

/** A column of answers is as wide as the longest answer of its list; a short list of short labels needs little. */
function widthOf(columnId: string, fields: readonly FieldDeclaration[], words: Words, t: TFunction): number {
  const textWidth = (labels: readonly string[]) => longest(labels) * perLetter + aroundText;
  const badgeWidth = (labels: readonly string[]) => longest(labels) * perBadgeLetter + aroundBadge;
  if (columnId === 'state') return badgeWidth(words.options('RECSTAT').map(({ label }) => label));
  if (columnId === 'code') return Math.max(narrowestCode, textWidth([t('records:list.noCode')]));
  const field = fields.find(({ id }) => id === columnId);
  if (field === undefined) return widths[columnId] ?? widthsByType.text;
  const widest = widthsByType[field.type];
  const marker = badgeWidth(field.missing.map((missing) => t(markerTextKey(missing))));
  const isShort = field.type === 'code' && field.list !== undefined;
  const answers = isShort ? words.options(field.list ?? '').map(({ label }) => label) : [];
  const usual = isShort
    ? Math.min(widest, Math.max(narrowest, textWidth(answers), textWidth([words.label(field)]) / 2))
    : widest;
  return Math.max(usual, field.missing.length === 0 ? 0 : Math.min(marker, widestMarker));
}

/** Dense rows of which only those in sight exist; arrows move, Enter opens. */
export function RecordTable(props: RecordTableProps) {
  const { caption, rows, total, fields, order, selected, onOrder, onSelect, onOpen, onNearEnd, isBin } = props;
  const { t } = useTranslation();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => makeColumns(fields, words, t, isBin), [fields, words, t, isBin]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns, data });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onNearEnd();
  }, [last, rows.length, onNearEnd]);

  const found = rows.findIndex((row) => row.meta.id === selected);
  const current = Math.max(found, 0);
  const [isReturning, setReturning] = useState(found >= 0);
  const focusRow = (at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    onSelect(row.meta.id);
    virtual.scrollToIndex(at);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus());
  };
  // Back from a record: the same row has the keyboard again.
  useEffect(() => {
    if (!isReturning || found < 0) return;
    setReturning(false);
    virtual.scrollToIndex(found, { align: 'center' });
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-at="${found}"]`)?.focus());
  }, [isReturning, found, virtual]);

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -current,
      End: rows.length - 1 - current,
    };
    const step = steps[event.key];
    if (step !== undefined && !event.ctrlKey) {
      event.preventDefault();
      focusRow(Math.min(rows.length - 1, Math.max(0, current + step)));
    } else if (event.key === 'Enter') {
      const row = rows[current];
      if (row !== undefined) onOpen(row.meta.id);
    }
  };
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const model = table.getRowModel().rows;

  return (
    <div className={classes.scroller} ref={scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid. */}
      <table aria-label={caption} aria-rowcount={total + 1} className={classes.table} onKeyDown={move} role="grid">
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column.id ?? '', fields, words, t) }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const by = orderOf(header.column.id, fields);
                const isOrdered = by === order.by;
                return (
                  <th
                    aria-sort={isOrdered ? (order.descending ? 'descending' : 'ascending') : undefined}
                    key={header.id}
                    scope="col"
                  >
                    {by === null ? (
                      <table.FlexRender header={header} />
                    ) : (
                      <button
                        className={classes.orderButton}
                        onClick={() => onOrder({ by, descending: isOrdered ? !order.descending : true })}
                        type="button"
                      >
                        <table.FlexRender header={header} />
                        <span aria-hidden="true">{isOrdered ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map((item) => {
            const row = model[item.index];
            if (row === undefined) return null;
            const { id } = row.original.meta;
            return (
              <tr
                aria-rowindex={item.index + 2}
                aria-selected={id === selected}
                className={classes.row}
                data-at={item.index}
                key={id}
                onClick={() => onSelect(id)}
                onDoubleClick={() => onOpen(id)}
                onFocus={() => id !== selected && onSelect(id)}
                tabIndex={item.index === current ? 0 : -1}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>
                    {cell.column.id === 'code' ? (
                      <button className={classes.codeButton} onClick={() => onOpen(id)} tabIndex={-1} type="button">
                        <table.FlexRender cell={cell} />
                      </button>
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds the place of rows out of sight and takes no keyboard.
    <tr aria-hidden="true">
      <td className={classes.spacer} style={{ height }} />
    </tr>
  );
}
