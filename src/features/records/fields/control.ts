import type { KeyboardEvent, ReactNode } from 'react';
import type { FieldDeclaration, MissingMarker } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { markerOfKey, markerOfSign } from '#shared/records/marker-keys.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { CodeOption } from './code-options.ts';
import type { Rejection } from './rejection.ts';

/** What every control of a field is given; which control it is follows from the type of the field. */
export interface ControlProps {
  id: string;
  field: FieldDeclaration;
  /** Name for a screen reader where no label stands beside the control. */
  label: string | undefined;
  value: FieldValue;
  /** Text that was typed but is no value; null where the value stands. */
  unread: string | null;
  invalid: boolean;
  required: boolean;
  /** Ids of the interval, the messages and the hint below the field. */
  describedBy: string | undefined;
  /** Coloured word of a missing value, shown in place of a value. */
  marker: ReactNode;
  /** Reasons for a missing value that this field allows. */
  markers: readonly MissingMarker[];
  /** What stands at the right end of the field: a quiet remark, the key of the markers. */
  trailing: ReactNode;
  options: readonly CodeOption[];
  /** Day on which an age is counted that may be typed for a date of birth. */
  ageDay: string | undefined;
  formats: Formats;
  /** Speed mode: nothing but figures is taken, no list opens; what is not taken is told. null: at leisure. */
  onReject: ((rejection: Rejection) => void) | null;
  onChange: (value: FieldValue) => void;
  onUnread: (text: string | null) => void;
  onMarker: (marker: MissingMarker) => void;
  /** The answer is complete: the keyboard goes on by itself. */
  onAdvance: () => void;
  /** The code under the cursor of the list, to be explained beside the form; null: none. */
  onShowOption: (code: string | null) => void;
}

/** The marker that a key stands for here; a sign counts only where nothing is typed that it could belong to. */
export function typedMarker(
  event: KeyboardEvent,
  markers: readonly MissingMarker[],
  isEmpty: boolean,
): MissingMarker | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const marker = markerOfKey(event.key) ?? (isEmpty ? markerOfSign(event.key) : undefined);
  return marker !== undefined && markers.includes(marker) ? marker : null;
}
