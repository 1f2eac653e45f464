import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { isMissing, type GroupRow as Row } from '#shared/records/record.ts';
import { fieldKey } from '../editor/field-key.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import { FieldRow } from './field-row.tsx';
import classes from './form.module.css';
import { useEditor, useEvaluation } from './form-context.ts';

type GroupRowProps = {
  group: FormGroup;
  columns: readonly FieldDeclaration[];
  row: Row;
  number: number;
  isOpen: boolean;
  onToggle: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

/** One row of a repeating group: a line of the table, and its fields below while it is open. */
export function GroupRow({ group, columns, row, number, isOpen, onToggle, onDuplicate, onRemove }: GroupRowProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const words = useWords();
  const evaluation = useEvaluation();
  const canEdit = useEditor((state) => state.allowed.edit);
  const findings = group.fields.flatMap(
    ({ field }) => evaluation.findingsAt.get(fieldKey({ entity: field.entity, row: row.id, field: field.id })) ?? [],
  );
  return (
    <>
      <tr data-row={row.id}>
        <td className={classes.first}>
          <button
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'group.closeRow' : 'group.openRow', { number })}
            className={classes.rowButton}
            data-entry
            onClick={onToggle}
            type="button"
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {number}
            {findings.length > 0 && (
              <span className={classes.mark} title={t('group.hasFindings', { count: findings.length })}>
                {' '}
                !
              </span>
            )}
          </button>
        </td>
        {columns.map((field) => {
          const value = row.values[field.id] ?? null;
          return (
            <td key={field.id} onDoubleClick={onToggle}>
              {isMissing(value) ? <MarkerWord marker={value.missing} /> : valueText(field, value, words, translate)}
            </td>
          );
        })}
        <td className={classes.actions}>
          {canEdit && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <button aria-label={t('group.rowActions', { number })} className={classes.rowButton} type="button">
                  ⋯
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={onDuplicate}>{t('group.duplicate')}</Menu.Item>
                <Menu.Item onClick={onRemove}>{t('group.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td className={classes.open} colSpan={columns.length + 2}>
            {group.fields.map(({ field }) => (
              <FieldRow field={field} key={field.id} row={row.id} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
