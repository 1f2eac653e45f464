import type { ReactNode } from 'react';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { CodeOption } from './code-options.ts';

/** What every control of a field is given; which control it is follows from the type of the field. */
export interface ControlProps {
  id: string;
  field: FieldDeclaration;
  value: FieldValue;
  /** Text that was typed but is no value; null where the value stands. */
  unread: string | null;
  invalid: boolean;
  required: boolean;
  /** Ids of the interval, the messages and the hint below the field. */
  describedBy: string | undefined;
  /** Coloured word of a missing value, shown in place of a value. */
  marker: ReactNode;
  /** What stands at the right end of the field: a quiet remark, the key of the markers. */
  trailing: ReactNode;
  options: readonly CodeOption[];
  formats: Formats;
  onChange: (value: FieldValue) => void;
  onUnread: (text: string | null) => void;
}
