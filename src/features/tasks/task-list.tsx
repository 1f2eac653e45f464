import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SimpleTable, type TableColumn } from '../../ui/simple-table.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useRecordName } from './record-name.ts';
import classes from './tasks.module.css';

type Task = Output<'task.list'>['tasks'][number];
type Row = Task['rows'][number];
type TaskListProps = { task: Task };

/** Kinds that say more than their heading. */
const explained: readonly Task['kind'][] = ['orphaned', 'alert'];
/** Records of these kinds are somebody's work, which a supervisor can give to somebody else. */
const handed: readonly Task['kind'][] = ['draft', 'returned', 'orphaned'];

/** One kind of task, in the order of entry. */
export function TaskList({ task: { kind, total, rows } }: TaskListProps) {
  const { t } = useTranslation('tasks');
  const formats = useFormats();
  const nameOf = useRecordName();
  const mayHandOver = useHasRole()('supervisor') && handed.includes(kind);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isHanding, setHanding] = useState(false);
  const choose = (ids: readonly string[], isTaken: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isTaken ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const picked = rows.filter(({ id }) => chosen.has(id));
  const choice: TableColumn<Row> = {
    key: 'choice',
    title: (
      <Checkbox
        aria-label={t('chooseAll')}
        checked={picked.length === rows.length}
        indeterminate={picked.length > 0 && picked.length < rows.length}
        onChange={(event) =>
          choose(
            rows.map(({ id }) => id),
            event.currentTarget.checked,
          )
        }
        size="xs"
      />
    ),
    cell: (row) => (
      <Checkbox
        aria-label={t('choose', { code: nameOf(row) })}
        checked={chosen.has(row.id)}
        onChange={(event) => choose([row.id], event.currentTarget.checked)}
        size="xs"
      />
    ),
  };
  const columns: TableColumn<Row>[] = [
    {
      key: 'record',
      title: t('record'),
      cell: (row) => (
        <Link className={classes.link} params={{ id: row.id }} to="/record/$id">
          {nameOf(row)}
        </Link>
      ),
    },
    { key: 'state', title: t('records:list.state'), cell: ({ state }) => t(codeTextKey('RECSTAT', state)) },
    { key: 'person', title: t('person'), cell: ({ enteredBy, handedTo }) => (handedTo ?? enteredBy).displayName },
    { key: 'at', title: t('savedAt'), cell: ({ savedAt }) => formats.dateTime(savedAt) },
  ];
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <h2 className={classes.heading}>
          {t(`kind.${kind}`)} <span className={classes.count}>{formats.number(total)}</span>
        </h2>
        {mayHandOver && (
          <Button disabled={picked.length === 0} onClick={() => setHanding(true)} size="compact-sm" variant="default">
            {t('handOver.action')}
          </Button>
        )}
      </div>
      {explained.includes(kind) && <p className={classes.note}>{t(`note.${kind}`)}</p>}
      <SimpleTable
        caption={t(`kind.${kind}`)}
        columns={mayHandOver ? [choice, ...columns] : columns}
        rowKey={({ id }) => id}
        rows={rows}
      />
      {total > rows.length && (
        <p className={classes.note}>
          {t('more', { shown: formats.number(rows.length), total: formats.number(total) })}
        </p>
      )}
      {isHanding && (
        <HandOverDialog
          onClose={() => setHanding(false)}
          onDone={() => {
            setHanding(false);
            setChosen(new Set());
          }}
          records={picked.map(({ id }) => id)}
        />
      )}
    </section>
  );
}
