import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { isMissing, type GroupRow as Row } from '#shared/records/record.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
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
  /** The field that was clicked; null: the row as a whole. */
  onOpen: (field: FieldDeclaration | null) => void;
  onClose: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

/** One row of a repeating group, edited in its own cells; fields that have no column stand below while it is open. */
export function GroupRow(props: GroupRowProps) {
  const { group, columns, row, number, isOpen, onOpen, onClose, onDuplicate, onRemove } = props;
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const words = useWords();
  const evaluation = useEvaluation();
  const canEdit = useEditor((state) => state.allowed.edit);
  const findings = group.fields.flatMap(
    ({ field }) => evaluation.findingsAt.get(fieldKey({ entity: field.entity, row: row.id, field: field.id })) ?? [],
  );
  const others = group.fields.filter(({ field }) => !columns.includes(field));
  const text = (field: FieldDeclaration) => {
    const value = row.values[field.id] ?? null;
    return isMissing(value) ? <MarkerWord marker={value.missing} /> : valueText(field, value, words, translate);
  };
  return (
    <>
      <tr data-open={isOpen || undefined} data-row={row.id}>
        <td className={classes.first}>
          <button
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'group.closeRow' : 'group.openRow', { number })}
            className={classes.rowButton}
            data-entry={isOpen ? undefined : true}
            onClick={() => (isOpen ? onClose() : onOpen(null))}
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
        {columns.map((field) =>
          isOpen ? (
            <td className={classes.cellOpen} key={field.id}>
              <FieldRow field={field} layout="cell" row={row.id} />
            </td>
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button at the left opens the row by keyboard.
            <td className={classes.cellClosed} key={field.id} onClick={() => onOpen(field)}>
              {text(field)}
            </td>
          ),
        )}
        <td className={classes.actions}>
          {canEdit && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <button aria-label={t('group.rowActions', { number })} className={classes.rowButton} type="button">
                  ⋯
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={onDuplicate} rightSection={<KeyHint of="duplicateRow" />}>
                  {t('group.duplicate')}
                </Menu.Item>
                <Menu.Item onClick={onRemove} rightSection={<KeyHint of="removeRow" />}>
                  {t('group.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </td>
      </tr>
      {isOpen && others.length > 0 && (
        <tr data-open data-row={row.id}>
          <td className={classes.open} colSpan={columns.length + 2}>
            {others.map(({ field }) => (
              <FieldRow field={field} key={field.id} row={row.id} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
