import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './dialogs.module.css';

type Change = Output<'record.history'>['changes'][number];
type ChangeTextProps = {
  change: Change;
  /** The field is named beside it already. */
  isFieldKnown?: boolean;
};

/** One change of the history: what became of a value, or what happened to the record. */
export function ChangeText({ change, isFieldKnown = false }: ChangeTextProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const { model } = useFormTools();
  const words = useWords();
  const field = change.field === null ? undefined : model.index.findField(change.entity, change.field);
  const text = (values: Change['before']) =>
    field === undefined ? '' : valueText(field, values?.[field.id], words, translate) || t('conflict.notEntered');
  const label = field === undefined || isFieldKnown ? '' : `${words.label(field)}: `;
  return (
    <>
      {field !== undefined && (change.event === 'changed' || change.event === 'carried-over') ? (
        <p className={classes.entryBody}>
          {label}
          <span className={classes.old}>{text(change.before)}</span> → {text(change.after)}
          {change.event === 'carried-over' && ` (${t('history.event.carried-over')})`}
        </p>
      ) : (
        <p className={classes.entryBody}>
          {label}
          {t(`history.event.${change.event}`, {
            group: words.entity(change.entity, 1),
            ...change.after,
          })}
        </p>
      )}
      {change.reason !== null && <p className={classes.reason}>{t('history.reason', { reason: change.reason })}</p>}
    </>
  );
}
