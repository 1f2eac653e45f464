import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { GroupRow as Row } from '#shared/records/record.ts';
import { inputId } from '../editor/field-key.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './form.module.css';
import { useEditor, useEvaluation, useFormTools } from './form-context.ts';
import { GroupRow } from './group-row.tsx';

type GroupTableProps = { group: FormGroup; initiallyOpen: string | null };

const mostColumns = 4;
const noRows: readonly Row[] = [];

/** The fields that tell one row from another: those that are asked for first. */
function columnsOf(group: FormGroup): readonly FieldDeclaration[] {
  const fields = group.fields.map(({ field }) => field);
  const asked = fields.filter((field) => field.required !== 'N');
  const chosen = new Set([...asked, ...fields].slice(0, mostColumns));
  return fields.filter((field) => chosen.has(field));
}

const focusFirst = (group: FormGroup, row: string) => {
  const field = group.fields[0]?.field;
  if (field === undefined) return;
  requestAnimationFrame(() =>
    document.getElementById(inputId({ entity: field.entity, row, field: field.id }))?.focus(),
  );
};

/** A repeating group as a small table, edited in place. */
export function GroupTable({ group, initiallyOpen }: GroupTableProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { store } = useFormTools();
  const evaluation = useEvaluation();
  const { id } = group.entity;
  const rows = useEditor((state) => state.content.groups[id] ?? noRows);
  const canEdit = useEditor((state) => state.allowed.edit);
  const [openRow, setOpenRow] = useState<string | null>(initiallyOpen);
  const [removed, setRemoved] = useState<number | null>(null);
  const columns = columnsOf(group);
  const isApplicable = !evaluation.inapplicableGroups.has(id);

  const add = (values: Row['values'], at: number) => {
    const row = { id: uuid(), values };
    store.addRow(id, row, at);
    setRemoved(null);
    setOpenRow(row.id);
    focusFirst(group, row.id);
  };
  const remove = (row: Row, number: number) => {
    store.removeRow(id, row.id);
    setRemoved(number);
    if (openRow === row.id) setOpenRow(null);
  };
  const title = words.entity(id, 2);

  return (
    <section aria-label={title} className={classes.group}>
      <h3 className={classes.subheading}>{title}</h3>
      {!isApplicable && <p className={classes.quiet}>{t('group.doesNotApply')}</p>}
      {isApplicable && rows.length === 0 && <p className={classes.quiet}>{t('group.empty')}</p>}
      {rows.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th className={classes.ordinal} scope="col">
                #
              </th>
              {columns.map((field) => (
                <th key={field.id} scope="col">
                  {words.label(field)}
                </th>
              ))}
              <th className={classes.actions} scope="col">
                <span className={classes.heard}>{t('group.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <GroupRow
                columns={columns}
                group={group}
                isOpen={openRow === row.id}
                key={row.id}
                number={at + 1}
                onDuplicate={() => add(row.values, at + 1)}
                onRemove={() => remove(row, at + 1)}
                onToggle={() => {
                  setOpenRow(openRow === row.id ? null : row.id);
                  if (openRow !== row.id) focusFirst(group, row.id);
                }}
                row={row}
              />
            ))}
          </tbody>
        </table>
      )}
      {removed !== null && (
        <div className={classes.removed} role="status">
          {t('group.removed', { number: removed })}
          <Button
            onClick={() => {
              store.undo();
              setRemoved(null);
            }}
            size="compact-sm"
            variant="default"
          >
            {t('group.undo')}
          </Button>
        </div>
      )}
      {/* After the rows, so that Enter comes from the last field of a row to the next row. */}
      {canEdit && isApplicable && (
        <Button
          className={classes.addRow}
          data-entry
          onClick={() => add({}, rows.length)}
          size="compact-sm"
          variant="default"
        >
          {t('group.add')}
        </Button>
      )}
    </section>
  );
}
