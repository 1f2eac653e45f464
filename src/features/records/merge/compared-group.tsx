import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { answeredFields, isSameRow } from '#shared/records/merged-content.ts';
import type { GroupRow } from '#shared/records/record.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './merge.module.css';
import type { Choice, Side } from './merge-choice.ts';

type ComparedGroupProps = {
  index: RegisterIndex;
  entity: EntityDeclaration;
  rows: Readonly<Record<Side, readonly GroupRow[]>>;
  choice: Choice | null;
  isAllShown: boolean;
  onToggle: (row: string, isIn: boolean) => void;
};

/** Rows of one group in both records; each stays or goes, and those that say the same stand once. */
export function ComparedGroup({ index, entity, rows, choice, isAllShown, onToggle }: ComparedGroupProps) {
  const { t } = useTranslation('merge');
  const words = useWords();
  const isInBoth = (row: GroupRow, others: readonly GroupRow[]) =>
    others.some((other) => isSameRow(index, entity.id, row, other));
  const same = rows.id.filter((row) => isInBoth(row, rows.other));
  const own = {
    id: rows.id.filter((row) => !same.includes(row)),
    other: rows.other.filter((row) => !isInBoth(row, rows.id)),
  };
  const differs = own.id.length + own.other.length > 0;
  if (!differs && !isAllShown) return null;
  return (
    <>
      {differs && (
        <tr>
          <th scope="row">{words.entity(entity.id, 2)}</th>
          {(['id', 'other'] as const).map((side) => (
            <td key={side}>
              <ul className={classes.rows}>
                {own[side].map((row) => (
                  <li key={row.id}>
                    {choice === null ? (
                      <RowText entity={entity} index={index} row={row} />
                    ) : (
                      <Checkbox
                        checked={choice.rows.has(row.id)}
                        label={<RowText entity={entity} index={index} row={row} />}
                        onChange={(event) => onToggle(row.id, event.currentTarget.checked)}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </td>
          ))}
        </tr>
      )}
      {isAllShown && same.length > 0 && (
        <tr>
          <th scope="row">{differs ? t('sameRows') : words.entity(entity.id, 2)}</th>
          <td className={classes.dim} colSpan={2}>
            <ul className={classes.rows}>
              {same.map((row) => (
                <li key={row.id}>
                  <RowText entity={entity} index={index} row={row} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

type RowTextProps = { index: RegisterIndex; entity: EntityDeclaration; row: GroupRow };

/** What a row says, in one sentence: `Form: domestic work; from: 3.2019`. */
function RowText({ index, entity, row }: RowTextProps) {
  const { t } = useTranslation('merge');
  const { t: translate } = useTranslation();
  const words = useWords();
  const parts = answeredFields(index, entity.id).flatMap((field) => {
    const text = valueText(field, row.values[field.id], words, translate);
    return text === '' ? [] : [{ field, text }];
  });
  if (parts.length === 0) return t('emptyRow');
  return parts.map(({ field, text }, at) => (
    <span key={field.id}>
      {at > 0 && '; '}
      <span className={classes.dim}>{words.label(field)}:</span> {text}
    </span>
  ));
}
