import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import type { ControlProps } from './control.ts';
import classes from './field-box.module.css';
import { FieldBox } from './field-box.tsx';
import { readTyped, typedText } from './typed-text.ts';

/** What the data takes where the dictionary names no limit. */
const longestText = 2000;
const longestEntry = 40;

/** Dates, numbers and text: what is typed becomes a value as soon as it can be read as one. */
export function TextControl(props: ControlProps) {
  const { id, field, value, unread, invalid, required, describedBy, marker, trailing, formats } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? unread ?? typedText(field, value, formats);

  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const next = event.currentTarget.value;
    setTyped(next);
    const reading = readTyped(field, next, formats);
    if ('value' in reading) props.onChange(reading.value);
    else props.onUnread(next);
  };
  const clearMarker = (event: KeyboardEvent) => {
    if ((event.key === 'Backspace' || event.key === 'Delete') && marker !== null && text === '') props.onChange(null);
  };
  const shared = {
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
    'data-entry': true,
    autoComplete: 'off',
    id,
    maxLength: field.type === 'text' ? (field.maxLength ?? longestText) : longestEntry,
    onBlur: () => setTyped(null),
    onChange: change,
    onKeyDown: clearMarker,
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
