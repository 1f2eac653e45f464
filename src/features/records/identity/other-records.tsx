import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { readField } from '#shared/records/content.ts';
import { useProcedure } from '../../../api/query.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import classes from './likely-persons.module.css';

type OtherRecordsProps = {
  /** The row that is the person. */
  row: string;
};

/** Other records in which a person stands under the code that is stored with her row. */
export function OtherRecords({ row }: OtherRecordsProps) {
  const { t } = useTranslation('search');
  const { model } = useFormTools();
  const { openRecord } = useRecordNavigation();
  const recordId = useEditor((state) => state.meta.id);
  const fields = personFieldsOf(model.index, model.entity);
  const stored = useEditor(({ base }) =>
    fields?.code ? readField(base, { entity: fields.bearer, row, field: fields.code.id }) : null,
  );
  const code = typeof stored === 'string' ? stored : '';
  const answer = useProcedure('person.others', { recordId, code }, { enabled: code !== '', forget: true });
  const others = (code !== '' && answer.data?.others) || [];
  if (others.length === 0) return null;
  return (
    <p className={classes.note}>
      {t('others.title')}{' '}
      {others.map((other, at) => (
        <span key={other.recordId}>
          {at > 0 && ', '}
          <Anchor component="button" inherit onClick={() => openRecord(other.recordId)} type="button">
            {other.code ?? t('noCode')}
          </Anchor>
        </span>
      ))}
    </p>
  );
}
