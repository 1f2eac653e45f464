import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { useCall } from '../../../api/query.ts';
import { useSession } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/page.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { useWords } from '../texts/use-words.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import { Comparison } from './comparison.tsx';
import classes from './merge.module.css';
import { choiceKeeping, otherSide, type Prepared, suggestedKept } from './merge-choice.ts';
import { nameOfSide } from './side-name.ts';

/** One registration entered twice: answer by answer what the record that stays will hold. */
export function MergeRecords({ prepared }: { prepared: Prepared }) {
  const { t } = useTranslation('merge');
  const words = useWords();
  const { register } = useSession();
  const index = indexOfKind(register.kind);
  const { openRecord } = useRecordNavigation();
  const [choice, setChoice] = useState(() => choiceKeeping(index, prepared, suggestedKept(prepared)));
  const [isAsking, setAsking] = useState(false);
  const merge = useCall('merge.records', ['record.list', 'record.count']);
  const failure = useFailureText()(merge.error);
  const [kept, gone] = [prepared[choice.kept], prepared[otherSide(choice.kept)]];
  const names = { kept: nameOfSide(kept, words, t), gone: nameOfSide(gone, words, t) };
  const mayKeep = (side: 'id' | 'other') =>
    prepared[side].meta.number !== null || prepared[otherSide(side)].meta.number === null;
  const at = ({ meta: { id, revision } }: typeof kept) => ({ id, revision });
  const confirm = (reason: string) =>
    merge.mutate(
      {
        kept: at(kept),
        gone: at(gone),
        fields: [...choice.fields],
        identity: [...choice.identity],
        rows: [...choice.rows],
        reason,
      },
      { onSuccess: () => openRecord(kept.meta.id) },
    );

  return (
    <Panel note={t('record.note')} title={t('record.title')}>
      <Comparison
        choice={choice}
        mayKeep={mayKeep}
        onChoose={setChoice}
        onKeep={(side) => setChoice(choiceKeeping(index, prepared, side))}
        prepared={prepared}
      />
      {gone.notes + gone.attachments > 0 && (
        <p className={classes.note}>
          {t('record.comesAlong', {
            notes: t('record.notes', { count: gone.notes }),
            attachments: t('record.attachments', { count: gone.attachments }),
          })}
        </p>
      )}
      <div className={classes.actions}>
        <Button onClick={() => setAsking(true)}>{t('record.merge', names)}</Button>
      </div>
      {isAsking && (
        <ReasonDialog
          action={t('record.confirm')}
          busy={merge.isPending}
          onClose={() => setAsking(false)}
          onConfirm={confirm}
          title={t('record.merge', names)}
        >
          <p>{t('record.consequence', names)}</p>
          <FailureNotice text={failure} />
        </ReasonDialog>
      )}
    </Panel>
  );
}
