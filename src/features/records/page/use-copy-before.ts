import { useRef } from 'react';
import { readField } from '#shared/records/content.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { call } from '../../../api/client.ts';
import { valueBefore } from '../editor/copy.ts';
import { inputId } from '../editor/field-key.ts';
import { useFormTools } from '../form/form-context.ts';

/** Takes over what stands in the same field one row above or in the record typed before, and lets Enter go on from there. */
export function useCopyBefore(): () => Promise<void> {
  const { store, model } = useFormTools();
  const asked = useRef<Promise<RecordContent | null> | null>(null);
  const previous = () => {
    asked.current ??= call('record.previous', { entity: model.entity, except: store.get().meta.id }).then(
      (answer) => answer.previous?.content ?? null,
    );
    return asked.current;
  };
  return async () => {
    const { focused, allowed, content } = store.get();
    const field = focused && model.index.findField(focused.entity, focused.field);
    // What the program sets is not typed, and identities are never carried from one person to another.
    if (!focused || !field || !allowed.edit || field.derived || field.meta || focused.entity === model.vaultEntity)
      return;
    const value = valueBefore(focused, content, await previous());
    if (value === null) return;
    store.change([{ kind: 'value', ref: focused, before: readField(content, focused), after: value }]);
    document.getElementById(inputId(focused))?.focus();
  };
}
