import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CarryOverPreview, standings } from '#shared/contract/reference.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useJob } from '../../api/jobs.ts';
import { useProcedure } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import classes from './code-lists.module.css';
import { type Entries, type Entry, useEntryWords } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type MoveRecordsProps = {
  list: NamedList;
  entries: Entries;
  entry: Entry;
  onClose: () => void;
  onStarted: () => void;
};

const pageSize = 100;

/** What would move, record by record, and why; nothing moves before it is confirmed. */
export function MoveRecords({ list, entries, entry, onClose, onStarted }: MoveRecordsProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const words = useEntryWords(list, entries);
  const job = useJob('reference.carry-over');
  const [limit, setLimit] = useState(pageSize);
  const [withLocked, setWithLocked] = useState(false);
  const [reason, setReason] = useState('');
  const { code } = entry;
  const question = { list: list.id, code, limit };
  const { data, error } = useProcedure('reference.preview', question, { forget: true, keepPrevious: true });
  const open = data === undefined ? 0 : data.drafts + data.complete + data.returned;
  const moving = open + (withLocked ? (data?.locked ?? 0) : 0);
  const isReady = moving > 0 && isReason(reason) && job.state.phase !== 'running';
  const confirm = () => {
    if (data === undefined) return;
    void job.start({ list: list.id, code, to: data.to, withLocked, reason: reason.trim() });
    onStarted();
  };
  const successor = words.ofCode(entry.successor ?? '');
  return (
    <ConfirmDialog
      action={t('move.submit', { count: moving, number: formats.number(moving) })}
      disabled={!isReady}
      onClose={onClose}
      onConfirm={confirm}
      opened
      size="lg"
      title={t('move.title', { successor })}
    >
      <div className={classes.stack}>
        <p>{t('move.note', { context: list.id, entry: words.titled(entry) })}</p>
        <FailureNotice text={text(error)} />
        {data === undefined ? null : <Preview onMore={() => setLimit(limit + pageSize)} preview={data} />}
        {data === undefined || data.locked === 0 ? null : (
          <Checkbox
            checked={withLocked}
            label={t('move.withLocked')}
            onChange={(event) => setWithLocked(event.currentTarget.checked)}
          />
        )}
        <ReasonField hint={t('move.reasonHint')} label={t('move.reason')} onChange={setReason} value={reason} />
      </div>
    </ConfirmDialog>
  );
}

function Preview({ preview, onMore }: { preview: CarryOverPreview; onMore: () => void }) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const { unsaved, records } = preview;
  const counted = standings.filter((standing) => preview[standing] > 0);
  const total = counted.reduce((sum, standing) => sum + preview[standing], 0);
  if (total === 0) return <p>{t('move.nothing')}</p>;
  return (
    <>
      <DataList items={counted.map((standing) => [t(`standing.${standing}`), formats.number(preview[standing])])} />
      {unsaved === 0 ? null : (
        <Notice title={t('move.unsaved', { count: unsaved, number: formats.number(unsaved) })} tone="warn" />
      )}
      <div className={classes.preview}>
        <RecordTable records={records} />
        {total > records.length ? (
          <div className={classes.more}>
            <span>{t('firstShown', { number: formats.number(records.length), total: formats.number(total) })}</span>
            <Button onClick={onMore} variant="default">
              {t('more')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

type Held = CarryOverPreview['records'][number];

function RecordTable({ records }: Pick<CarryOverPreview, 'records'>) {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const nameOf = ({ entity, code, number }: Held) => {
    const what = t(entityTextKey(kind, entity), { count: 1 });
    return code ?? (number === null ? t('records:page.withoutCode', { entity: what }) : `${what} ${number}`);
  };
  return (
    <SimpleTable
      caption={t('code-lists:move.records')}
      columns={[
        {
          key: 'record',
          title: t('code-lists:columns.record'),
          cell: (record: Held) => (
            <Link params={{ id: record.id }} to="/record/$id">
              {nameOf(record)}
            </Link>
          ),
        },
        {
          key: 'standing',
          title: t('code-lists:columns.standing'),
          cell: ({ standing }: Held) => t(`code-lists:standing.${standing}`),
        },
      ]}
      rowKey={({ id }) => id}
      rows={records}
    />
  );
}
