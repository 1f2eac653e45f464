import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDeclaration, Span } from '#shared/dictionary/vocabulary.ts';
import { type FieldRef, type FieldValue, type Finding, isMissing } from '#shared/records/record.ts';
import { inputId } from '../editor/field-key.ts';
import { MarkerWord } from '../fields/marker-word.tsx';
import { retiredRemarks } from '../texts/reference-lists.ts';
import { useSpanText } from '../texts/use-span-text.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import { FieldMessages } from './field-messages.tsx';
import type { FieldLayout } from './field-place.tsx';
import classes from './form.module.css';
import { useFormTools } from './form-context.ts';

type SetRowProps = {
  field: FieldDeclaration;
  row: string | undefined;
  layout: FieldLayout;
  value: FieldValue;
  /** Why it cannot be typed: the program sets it, or this account only reads. */
  reason: 'program' | 'reading';
  findings: readonly Finding[];
  /** Age or duration that follows from dates known in part. */
  span: Span | null;
};

/** A field that is not typed here: its value and who sets it. */
export const SetRow = memo(function SetRow({ field, row, layout, value, reason, findings, span }: SetRowProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const { store } = useFormTools();
  const words = useWords();
  const spanText = useSpanText();
  const ref: FieldRef = { entity: field.entity, field: field.id, ...(row !== undefined && { row }) };
  const id = inputId(ref);
  const retired = retiredRemarks(field, value, words.options);
  const show = () => store.focus(ref);
  const shown = isMissing(value) ? (
    <MarkerWord marker={value.missing} />
  ) : (
    valueText(field, value, words, translate) || '–'
  );
  if (layout === 'cell') return <output id={id}>{shown}</output>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a click only shows the explanation, which stands in the help of the section too.
    <div className={classes.row} onClick={show}>
      <span className={classes.label} id={`${id}-label`}>
        {words.label(field)}
      </span>
      <div className={classes.control}>
        {/* Where nothing is typed, the keyboard still goes from answer to answer, for their explanation and history. */}
        <output
          aria-labelledby={`${id}-label`}
          className={classes.set}
          data-entry={reason === 'reading' || undefined}
          id={id}
          onFocus={show}
          tabIndex={reason === 'reading' ? 0 : -1}
        >
          {shown}
          {reason === 'program' && <span className={classes.setBy}>{t('field.setByProgram')}</span>}
        </output>
        {(span !== null || retired.length > 0 || findings.length > 0) && (
          <div className={classes.below}>
            {retired.map((remark) => (
              <span className={classes.message} key={remark}>
                {remark}
              </span>
            ))}
            {span !== null && <span className={classes.message}>{spanText(span)}</span>}
            <FieldMessages findings={findings} />
          </div>
        )}
      </div>
    </div>
  );
});
