import { useMemo } from 'react';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { datedValues, decidingDays } from '#shared/records/in-use.ts';
import { textOf } from '#shared/records/read-value.ts';
import { type CodeOption, offeredOn } from '../fields/code-options.ts';
import { useEditor, useFormTools } from './form-context.ts';

const between = ' ';

/** What a field offers in this record: of the lists that the installation keeps, what was in use on its days. */
export function useOffered(field: FieldDeclaration, row: string | undefined): readonly CodeOption[] {
  const { model, optionsOf, offersAll = false } = useFormTools();
  const registered = model.register.quality[model.entity]?.registered ?? '';
  // A text, so that the field is drawn again only where one of its days changes.
  const days = useEditor(({ content, context }) => {
    // The date may stand in a row around this one, or in the record: of a charge, the day of the offence.
    const held = row === undefined ? undefined : content.groups[field.entity]?.find(({ id }) => id === row);
    const dated = datedValues(field, content, held);
    return decidingDays(field, dated, textOf(content.values, registered), context.today).join(between);
  });
  const all = optionsOf(field);
  return useMemo(() => (offersAll ? all : offeredOn(all, days.split(between))), [all, days, offersAll]);
}
