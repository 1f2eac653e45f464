import { useTranslation } from 'react-i18next';
import type { Difference } from '#shared/records/content.ts';
import type { FieldRef, FieldValue } from '#shared/records/record.ts';
import { fieldKey, fieldOfKey } from '../editor/field-key.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './record-page.module.css';

type DifferenceListProps = {
  differences: readonly Difference[];
  /** Typed texts that are no value yet, by field. */
  texts?: Readonly<Record<string, string>>;
};

const noTexts = {};

/** Answers that differ, each with what was and what is: `Sex: not entered → female`. */
export function DifferenceList({ differences, texts = noTexts }: DifferenceListProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const words = useWords();
  const { model } = useFormTools();
  const groups = useEditor((state) => state.content.groups);
  const unread = Object.entries(texts);
  if (differences.length + unread.length === 0) return null;
  const text = (entity: string, id: string, value: FieldValue) => {
    const field = model.index.findField(entity, id);
    return field === undefined ? '' : valueText(field, value, words, translate) || t('conflict.notEntered');
  };
  const place = (ref: FieldRef) => {
    const at = groups[ref.entity]?.findIndex((row) => row.id === ref.row) ?? -1;
    return ref.row === undefined ? '' : `${words.entity(ref.entity, 1)}${at < 0 ? '' : ` ${at + 1}`}, `;
  };
  return (
    <ul className={classes.differences}>
      {differences.map((difference) => {
        const { entity, field } = difference.ref;
        return (
          <li key={fieldKey(difference.ref)}>
            {place(difference.ref)}
            {words.label({ entity, id: field })}:{' '}
            <span className={classes.was}>{text(entity, field, difference.before)}</span> →{' '}
            {text(entity, field, difference.after)}
          </li>
        );
      })}
      {unread.map(([key, typed]) => {
        const ref = fieldOfKey(key);
        return (
          <li key={key}>
            {place(ref)}
            {words.label({ entity: ref.entity, id: ref.field })}: “{typed}”
          </li>
        );
      })}
    </ul>
  );
}
