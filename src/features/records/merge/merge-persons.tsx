import { Button, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useCall } from '../../../api/query.ts';
import { useSession } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/page.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { useWords } from '../texts/use-words.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import { Comparison } from './comparison.tsx';
import classes from './merge.module.css';
import type { Prepared } from './merge-choice.ts';

type MergePersonsProps = {
  prepared: Prepared;
  /** Until somebody says what they are, the records are only looked at. */
  isDeciding: boolean;
};

export function MergePersons({ prepared, isDeciding }: MergePersonsProps) {
  const { t } = useTranslation('merge');
  return (
    <>
      {isDeciding && prepared.registrations !== null && (
        <Registrations prepared={prepared} registrations={prepared.registrations} />
      )}
      <Panel title={t('compare')}>
        <Comparison prepared={prepared} />
      </Panel>
    </>
  );
}

type Registration = NonNullable<Prepared['registrations']>[number];
type RegistrationsProps = { prepared: Prepared; registrations: readonly Registration[] };

/** The registrations of the person in their order: which code she keeps, and how each later one relates. */
function Registrations({ prepared, registrations }: RegistrationsProps) {
  const { t } = useTranslation('merge');
  const { t: translate } = useTranslation();
  const words = useWords();
  const { register } = useSession();
  const { openRecord } = useRecordNavigation();
  const declared = indexOfKind(register.kind).entity(prepared.id.meta.entity).registrations;
  const codes = [...new Set(registrations.flatMap(({ code }) => (code === null ? [] : [code])))];
  const [code, setCode] = useState(codes[0] ?? null);
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(registrations.map(({ id, relation }) => [id, relation])),
  );
  const [isAsking, setAsking] = useState(false);
  const merge = useCall('merge.persons', ['record.list', 'record.count']);
  const failure = useFailureText()(merge.error);
  if (declared === undefined) return null;
  const field = { entity: prepared.id.meta.entity, id: declared.relation };
  const list = indexOfKind(register.kind).field(field.entity, field.id).list ?? '';
  const later = words.options(list).filter((option) => option.code !== declared.first);
  const isDecided = code !== null && registrations.every(({ id }) => (relations[id] ?? '') !== '');
  const hasVerified = registrations.some(({ state }) => state === 'verified');
  const confirm = (reason: string) =>
    merge.mutate(
      {
        code: code ?? '',
        registrations: registrations.map(({ id, revision, episode }) => ({
          id,
          revision,
          episode,
          relation: relations[id] ?? '',
        })),
        reason,
      },
      { onSuccess: () => openRecord(prepared.id.meta.id) },
    );

  return (
    <Panel note={t('person.note')} title={t('person.title')}>
      {codes.length === 0 ? (
        <p className={classes.note}>{t('person.needsCode')}</p>
      ) : (
        <Radio.Group label={t('person.code')} mb="md" onChange={setCode} value={code}>
          <div className={classes.codes}>
            {codes.map((each) => (
              <Radio key={each} label={each} value={each} />
            ))}
          </div>
        </Radio.Group>
      )}
      <SimpleTable
        caption={t('person.title')}
        columns={[
          { key: 'episode', title: t('person.episode'), numeric: true, cell: ({ episode }) => episode },
          {
            key: 'registered',
            title: t('person.registered'),
            cell: ({ registered }) => (registered === null ? t('notEntered') : words.formats.date(registered)),
          },
          { key: 'code', title: t('person.today'), cell: (row) => row.code ?? t('person.noCode') },
          { key: 'state', title: t('person.state'), cell: ({ state }) => translate(codeTextKey('RECSTAT', state)) },
          {
            key: 'relation',
            title: words.label(field),
            cell: ({ id, episode }) =>
              episode === 1 ? (
                words.code(list, declared.first)
              ) : (
                <Select
                  allowDeselect={false}
                  aria-label={t('person.relationOf', { episode })}
                  data={later.map((option) => ({ value: option.code, label: option.label }))}
                  onChange={(value) => setRelations({ ...relations, [id]: value ?? '' })}
                  placeholder={t('person.choose')}
                  value={relations[id] || null}
                />
              ),
          },
        ]}
        rowKey={({ id }) => id}
        rows={registrations}
      />
      {hasVerified && <p className={classes.note}>{t('person.verifyAnew')}</p>}
      <div className={classes.actions}>
        <Button disabled={!isDecided} onClick={() => setAsking(true)}>
          {code === null ? t('person.confirm') : t('person.link', { code })}
        </Button>
      </div>
      {isAsking && code !== null && (
        <ReasonDialog
          action={t('person.confirm')}
          busy={merge.isPending}
          onClose={() => setAsking(false)}
          onConfirm={confirm}
          title={t('person.link', { code })}
        >
          <p>{t('person.consequence', { code })}</p>
          <FailureNotice text={failure} />
        </ReasonDialog>
      )}
    </Panel>
  );
}
