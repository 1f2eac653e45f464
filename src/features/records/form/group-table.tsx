import { Button } from '@mantine/core';
import { type KeyboardEvent, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { columnsOf, type FormGroup } from '#shared/dictionary/derive-form.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { mostRows, outerRowOf, withinKey } from '#shared/records/content.ts';
import type { FieldRef, GroupRow as Row } from '#shared/records/record.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { isShortcut, shortcutOf } from '../../../ui/shortcuts.ts';
import { valuesToCopy } from '../editor/copy.ts';
import { groupKey, inputId } from '../editor/field-key.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './form.module.css';
import { CatchUpContext, useEditor, useEvaluation, useFormTools } from './form-context.ts';
import { GroupRow } from './group-row.tsx';

type GroupTableProps = {
  group: FormGroup;
  /** Row or field of this group to which somebody jumped. */
  target: FieldRef | null;
  /** The row of another group that these rows stand within, and its name. */
  outer?: { readonly row: Row; readonly name: string };
};

const noRows: readonly Row[] = [];

/** After the row is drawn: its first place of entry, or the field that was clicked. */
function focusIn(section: HTMLElement | null, row: string, field: FieldDeclaration | null): void {
  requestAnimationFrame(() => {
    const wanted = field && document.getElementById(inputId({ entity: field.entity, row, field: field.id }));
    const first = section?.querySelector<HTMLElement>(`[data-row="${row}"] input, [data-row="${row}"] textarea`);
    (wanted ?? first)?.focus();
  });
}

/** A repeating group as a small table, edited in place. */
export function GroupTable({ group, target, outer }: GroupTableProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { store, model } = useFormTools();
  const evaluation = useEvaluation();
  const catchUp = useContext(CatchUpContext);
  const { id } = group.entity;
  const all = useEditor((state) => state.content.groups[id] ?? noRows);
  const outerId = outer?.row.id;
  const rows = useMemo(() => all.filter((row) => outerRowOf(row) === outerId), [all, outerId]);
  const canEdit = useEditor((state) => state.allowed.edit);
  const [openRow, setOpenRow] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ readonly number: number; readonly left: number } | null>(null);
  const [seen, setSeen] = useState<FieldRef | null>(null);
  if (seen !== target) {
    setSeen(target);
    if (target?.row !== undefined) setOpenRow(target.row);
  }
  const section = useRef<HTMLElement>(null);
  const columns = columnsOf(group);
  const isApplicable = !evaluation.inapplicableGroups.has(groupKey(id, outerId));

  const open = (row: string, field: FieldDeclaration | null) => {
    setOpenRow(row);
    focusIn(section.current, row, field);
  };
  // The data takes no more, and would refuse the whole record.
  const isFull = all.length >= mostRows;
  const add = (values: Row['values'], at: number) => {
    if (isFull) return;
    const row = { id: uuid(), values: outerId === undefined ? values : { ...values, [withinKey]: outerId } };
    const next = rows[at];
    store.addRow(id, row, next === undefined ? all.length : all.indexOf(next));
    setRemoved(null);
    open(row.id, null);
    // No field of the new row is offered for a moment that does not apply to it.
    catchUp();
  };
  const remove = (at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    store.removeRow(id, row.id);
    setRemoved({ number: at + 1, left: rows.length - 1 });
    setOpenRow(null);
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[data-undo]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
    const at = rows.findIndex((each) => each.id === row?.dataset.row);
    const values = rows[at]?.values;
    if (!canEdit || values === undefined) return;
    if (isShortcut(event, shortcutOf('duplicateRow'))) add(valuesToCopy(model.index, id, values), at + 1);
    else if (isShortcut(event, shortcutOf('removeRow'))) remove(at);
    else return;
    event.preventDefault();
  };
  const title = [words.entity(id, 2), outer?.name].filter((part) => part !== undefined).join(' · ');

  return (
    <section aria-label={title} className={classes.group} data-group={id} onKeyDown={onKeyDown} ref={section}>
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
                onClose={() => setOpenRow(null)}
                onDuplicate={() => add(valuesToCopy(model.index, id, row.values), at + 1)}
                onOpen={(field) => open(row.id, field)}
                onRemove={() => remove(at)}
                row={row}
              />
            ))}
          </tbody>
        </table>
      )}
      {removed !== null && removed.left === rows.length && (
        <div className={classes.removed} role="status">
          {t('group.removed', { number: removed.number })}
          <Button
            data-undo
            onClick={() => {
              const back = store.undo();
              if (back?.row !== undefined) open(back.row, null);
            }}
            rightSection={<KeyHint of="undo" />}
            size="compact-sm"
            variant="default"
          >
            {t('group.undo')}
          </Button>
        </div>
      )}
      {/* After the rows, so that Enter comes from the last field of a row to the next row. */}
      {canEdit && isApplicable && isFull && (
        <p className={classes.quiet} role="status">
          {t('group.full', { limit: mostRows })}
        </p>
      )}
      {canEdit && isApplicable && !isFull && (
        <Button
          className={classes.addRow}
          data-add
          data-entry
          onClick={() => add({}, rows.length)}
          rightSection={<KeyHint of="addRow" />}
          size="compact-sm"
          variant="default"
        >
          {t('group.add')}
        </Button>
      )}
    </section>
  );
}
