import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useKeyHints } from '../../ui/key-hints.tsx';
import classes from './code-lists.module.css';
import type { Entries, Entry, useEntryWords } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type EntryTableProps = {
  list: NamedList;
  entries: Entries;
  words: ReturnType<typeof useEntryWords>;
  /** Records per code; undefined while they are counted. */
  uses: Readonly<Record<string, number>> | undefined;
  onOpen: (entry: Entry) => void;
};

const pageSize = 200;

/** Entries row by row; arrows move, Enter opens. */
export function EntryTable({ list, entries, words, uses, onOpen }: EntryTableProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const body = useRef<HTMLTableSectionElement>(null);
  const [limit, setLimit] = useState(pageSize);
  const [current, setCurrent] = useState(0);
  const rows = entries.slice(0, limit);
  const at = Math.min(current, rows.length - 1);
  const { kindName } = words;
  const facts = (list.declared.facts ?? []).flatMap((fact) =>
    fact in words.facts ? [fact as keyof typeof words.facts] : [],
  );
  useKeyHints(['moveInList', 'openRecord']);

  const hear = (event: KeyboardEvent) => {
    const row = rows[at];
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined && !event.ctrlKey) {
      const next = Math.min(rows.length - 1, Math.max(0, place));
      setCurrent(next);
      body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.scroller}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid. */}
        <table aria-label={list.name} className={classes.table} onKeyDown={hear} role="grid">
          <thead>
            <tr>
              <th className={classes.number} scope="col">
                {t('columns.number')}
              </th>
              <th scope="col">{t('columns.name')}</th>
              {kindName === null ? null : <th scope="col">{kindName}</th>}
              {facts.map((fact) => (
                <th key={fact} scope="col">
                  {t(`columns.${fact}`)}
                </th>
              ))}
              <th scope="col">{t('columns.use')}</th>
              <th className={classes.number} scope="col">
                {t('columns.records')}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((entry, index) => (
              <tr
                className={classes.row}
                data-code={entry.code}
                key={entry.code}
                onClick={() => onOpen(entry)}
                onFocus={() => setCurrent(index)}
                tabIndex={index === at ? 0 : -1}
              >
                <td className={classes.number}>{entry.number}</td>
                <td>{words.name(entry)}</td>
                {kindName === null ? null : <td>{words.kind(entry.type)}</td>}
                {facts.map((fact) => (
                  <td key={fact}>{words.facts[fact](entry)}</td>
                ))}
                <td className={classes.usage}>{words.usageToday(entry)}</td>
                <td className={classes.number}>{uses === undefined ? '…' : formats.number(uses[entry.code] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length > rows.length ? (
        <div className={classes.more}>
          <span>{t('firstShown', { number: formats.number(rows.length), total: formats.number(entries.length) })}</span>
          <Button onClick={() => setLimit(limit + pageSize)} variant="default">
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
