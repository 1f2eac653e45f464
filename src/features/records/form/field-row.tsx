import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { readField, sameValue } from '#shared/records/content.ts';
import { type FieldRef, type FieldValue, type Finding, isMissing } from '#shared/records/record.ts';
import { fieldKey } from '../editor/field-key.ts';
import { useWords } from '../texts/use-words.ts';
import { EntryRow } from './entry-row.tsx';
import type { FieldLayout } from './field-place.tsx';
import classes from './form.module.css';
import { useEditor, useEvaluation, useFormTools } from './form-context.ts';
import { SetRow } from './set-row.tsx';

type FieldRowProps = { field: FieldDeclaration; row?: string; layout?: FieldLayout };

const none: readonly Finding[] = [];

function metaValue(meta: RecordMeta, kind: NonNullable<FieldDeclaration['meta']>): FieldValue {
  switch (kind) {
    case 'number':
      return meta.number;
    case 'code':
      return meta.code;
    case 'state':
      return meta.state;
    case 'archived':
      return meta.archived ? 'yes' : 'no';
  }
}

/** Keeps the earlier object while it says the same, so that a field is not drawn again for nothing. */
function useSame<T>(next: T): T {
  const last = useRef(next);
  if (JSON.stringify(last.current) !== JSON.stringify(next)) last.current = next;
  return last.current;
}

/** One field of the form: to be typed, set by the program, only read, or quiet where it does not apply. */
export function FieldRow({ field, row, layout = 'row' }: FieldRowProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { store, model } = useFormTools();
  const evaluation = useEvaluation();
  const canEdit = useEditor((state) =>
    field.entity === model.vaultEntity ? state.allowed.editIdentity : state.allowed.edit,
  );
  const meta = useEditor((state) => state.meta);
  const ref: FieldRef = { entity: field.entity, field: field.id, ...(row !== undefined && { row }) };
  const key = fieldKey(ref);
  const findings = useSame(evaluation.findingsAt.get(key) ?? none);
  const span = useSame(evaluation.spansAt.get(key) ?? null);
  // A person registered before keeps her code: it may be typed until the record has its number.
  const isCodeTyped = field.id === model.codeField && field.entity === model.entity && meta.number === null;
  const isSet =
    !isCodeTyped && (field.derived === true || field.meta !== undefined || evaluation.setByProgram.has(key));
  const choices = useSame(evaluation.choices.get(key) ?? null);
  const isProposed = choices !== null && store.read(ref) === null;
  const shown =
    (isSet || isProposed) && field.entity !== model.vaultEntity ? readField(evaluation.subject, ref) : store.read(ref);
  const value = useSame(field.meta === undefined ? shown : metaValue(meta, field.meta));

  if (evaluation.inapplicable.has(key)) {
    const typed = store.read(ref);
    const isEmpty = sameValue(typed, null) || isMissing(typed);
    const remark = t(isEmpty ? 'field.doesNotApply' : 'field.doesNotApplyAnyMore');
    if (layout === 'cell') return <span className={classes.quiet}>{remark}</span>;
    return (
      <div className={classes.row}>
        <span className={classes.quietLabel}>{words.label(field)}</span>
        <span className={classes.quiet}>{remark}</span>
      </div>
    );
  }
  if (isSet || !canEdit) {
    const reason = isSet ? 'program' : 'reading';
    return (
      <SetRow field={field} findings={findings} layout={layout} reason={reason} row={row} span={span} value={value} />
    );
  }
  return (
    <EntryRow
      choices={choices}
      field={field}
      findings={findings}
      isDemanded={evaluation.demanded.has(key)}
      layout={layout}
      proposal={choices === null ? null : value}
      row={row}
      span={span}
    />
  );
}
