import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { markerOfSign } from '#shared/records/marker-keys.ts';
import { type ControlProps, typedMarker } from './control.ts';
import classes from './field-box.module.css';
import { FieldBox } from './field-box.tsx';
import { rejectedFigures } from './rejection.ts';
import { isFinished, readTyped, typedText } from './typed-text.ts';

/** What the data takes where the dictionary names no limit. */
const longestText = 2000;
const longestEntry = 40;

/** The next key replaces all that stands in the field. */
function isReplacing({ target }: KeyboardEvent, text: string): boolean {
  if (text === '' || !(target instanceof HTMLInputElement)) return text === '';
  return target.selectionStart === 0 && target.selectionEnd === text.length;
}

/** Dates, numbers and text: what is typed becomes a value as soon as it can be read as one. */
export function TextControl(props: ControlProps) {
  const { id, field, label, value, unread, invalid, required, describedBy, marker, trailing, ageDay, formats } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed stands until the value is changed from elsewhere: taken back, copied, answered by the data.
  const text = typed !== null && isAsTyped(typed) ? typed : (unread ?? typedText(field, value, formats));

  const isFigures = props.onReject !== null && field.type !== 'text';
  function isAsTyped(shown: string): boolean {
    if (unread !== null) return unread === shown;
    const reading = readTyped(field, shown, formats, ageDay);
    return 'value' in reading && (reading.value ?? null) === (value ?? null);
  }
  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const next = event.currentTarget.value;
    const rejected = isFigures ? rejectedFigures(next) : null;
    if (rejected) {
      props.onReject?.(rejected);
      return;
    }
    setTyped(next);
    const reading = readTyped(field, next, formats, ageDay);
    if ('value' in reading) props.onChange(reading.value);
    else props.onUnread(next);
    if (isFigures && 'value' in reading && isFinished(field, next)) props.onAdvance();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is no value is not left behind in speed mode.
    if (isFigures && event.key === 'Enter' && !('value' in readTyped(field, text, formats, ageDay))) {
      event.preventDefault();
      props.onUnread(null);
      setTyped('');
      props.onReject?.({ why: 'noValue', typed: text });
      return;
    }
    // In a text a sign may be its first letter; alone it means the marker, which shows when the field is left.
    const missing = typedMarker(event, props.markers, field.type !== 'text' && isReplacing(event, text));
    if (missing !== null) {
      event.preventDefault();
      setTyped(null);
      props.onMarker(missing);
      props.onAdvance();
      return;
    }
    if ((event.key === 'Backspace' || event.key === 'Delete') && marker !== null && text === '') props.onChange(null);
  };
  const shared = {
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-label': label,
    'aria-required': required,
    'data-entry': true,
    autoComplete: 'off',
    id,
    maxLength: field.type === 'text' ? (field.maxLength ?? longestText) : longestEntry,
    onBlur: () => {
      setTyped(null);
      const missing = field.type === 'text' ? markerOfSign(text.trim()) : undefined;
      if (missing !== undefined && props.markers.includes(missing)) props.onMarker(missing);
    },
    onChange: change,
    onKeyDown,
    spellCheck: false,
    value: text,
  } as const;

  return (
    <FieldBox invalid={invalid} marker={marker} trailing={trailing}>
      {field.multiline === true ? (
        <textarea {...shared} className={`${classes.input} ${classes.area}`} rows={3} />
      ) : (
        <input
          {...shared}
          className={classes.input}
          inputMode={field.type === 'int' ? 'numeric' : field.type === 'decimal' ? 'decimal' : 'text'}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </FieldBox>
  );
}
