import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './merge.module.css';
import type { Side } from './merge-choice.ts';

type ComparedFieldProps = {
  field: FieldDeclaration;
  values: Readonly<Record<Side, FieldValue | undefined>>;
  isSame: boolean;
  /** null where there is only something to look at. */
  chosen: Side | null;
  onChoose: (side: Side) => void;
};

/** One answer in both records; where they differ, one of them is taken. */
export function ComparedField({ field, values, isSame, chosen, onChoose }: ComparedFieldProps) {
  const { t } = useTranslation('merge');
  const { t: translate } = useTranslation();
  const words = useWords();
  const text = (side: Side) => valueText(field, values[side], words, translate) || t('notEntered');
  return (
    <tr>
      <th scope="row">{words.label(field)}</th>
      {isSame ? (
        <td className={classes.dim} colSpan={2}>
          {text('id')}
        </td>
      ) : (
        (['id', 'other'] as const).map((side) => (
          <td data-left={(chosen !== null && chosen !== side) || undefined} key={side}>
            {chosen === null ? (
              text(side)
            ) : (
              <Radio
                checked={chosen === side}
                label={text(side)}
                name={`${field.entity}.${field.id}`}
                onChange={() => onChoose(side)}
              />
            )}
          </td>
        ))
      )}
    </tr>
  );
}
