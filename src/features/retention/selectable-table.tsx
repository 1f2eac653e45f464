import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from '../../ui/simple-table.tsx';
import styles from './retention.module.css';

type SelectableTableProps<R> = {
  caption: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** What the row is called, for the name of its box. */
  nameOf: (row: R) => string;
  /** Left out where the account may only look. */
  selection?: { readonly keys: ReadonlySet<string>; readonly onChange: (keys: ReadonlySet<string>) => void };
  onEnter?: (row: R) => void;
};

/** Rows that take the keyboard: arrows move, Space selects, Ctrl+A selects all, Enter does what the list is for. */
export function SelectableTable<R>(props: SelectableTableProps<R>) {
  const { caption, columns, rows, rowKey, nameOf, selection, onEnter } = props;
  const { t } = useTranslation('retention');
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, rows.length - 1));

  const toggle = (row: R) => {
    if (selection === undefined) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(rowKey(row))) keys.add(rowKey(row));
    selection.onChange(keys);
  };
  const goTo = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setCurrent(next);
    body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
  };
  const hear = (event: KeyboardEvent) => {
    const row = rows[at];
    const target = event.target as HTMLElement;
    // A button in a row keeps its own keys.
    if (row === undefined || target.closest('button') !== null) return;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined && !event.ctrlKey) goTo(place);
    else if (event.key === ' ') toggle(row);
    else if (event.code === 'KeyA' && event.ctrlKey) selection?.onChange(new Set(rows.map(rowKey)));
    else if (event.key === 'Enter' && onEnter !== undefined) onEnter(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid. */}
      <table aria-label={caption} aria-multiselectable className={styles.table} onKeyDown={hear} role="grid">
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th className={styles.box} scope="col">
                <span className={styles.heard}>{t('columns.select')}</span>
              </th>
            )}
            {columns.map(({ key, title, numeric }) => (
              <th className={numeric ? styles.number : undefined} key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const isSelected = selection?.keys.has(rowKey(row)) ?? false;
            return (
              <tr
                aria-selected={selection === undefined ? undefined : isSelected}
                className={styles.row}
                data-row={index}
                key={rowKey(row)}
                onDoubleClick={() => onEnter?.(row)}
                onFocus={() => setCurrent(index)}
                tabIndex={index === at ? 0 : -1}
              >
                {selection === undefined ? null : (
                  <td className={styles.box}>
                    <Checkbox
                      aria-label={t('columns.selectRow', { name: nameOf(row) })}
                      checked={isSelected}
                      onChange={() => toggle(row)}
                      size="xs"
                      tabIndex={-1}
                    />
                  </td>
                )}
                {columns.map(({ key, cell, numeric }) => (
                  <td className={numeric ? styles.number : undefined} key={key}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
