import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { isMissing } from '#shared/records/record.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { MarkerWord } from '../fields/marker-word.tsx';
import type { Words } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import type { ListOrder } from './list-view.ts';
import type { ListRow } from './use-record-list.ts';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ListRow>();

const tones = { draft: 'quiet', complete: 'good', verified: 'good', returned_for_correction: 'warn' } satisfies Record<
  string,
  Tone
>;
/** Field by which the data orders when asked for the date of registration. */
const isRegistrationDate = (field: FieldDeclaration) => field.type === 'date' && field.id.endsWith('registration_date');

/** Order that the data offers for a column; null where it offers none. */
export const orderOf = (columnId: string, fields: readonly FieldDeclaration[]): ListOrder['by'] | null => {
  if (columnId === 'code') return 'number';
  if (columnId === 'savedAt') return 'savedAt';
  return fields.some((field) => field.id === columnId && isRegistrationDate(field)) ? 'registrationDate' : null;
};

/** The fields shown: those chosen, else those the dictionary proposes. */
export function fieldsShown(
  index: RegisterIndex,
  entity: string,
  chosen: readonly string[] | null,
): readonly FieldDeclaration[] {
  return columnsOf(index, entity)
    .filter((column) => (chosen === null ? column.isDefault : chosen.includes(column.field.id)))
    .map((column) => column.field);
}

/** When a record was saved, and whose it is. */
const savedColumns = (words: Words, t: TFunction) => [
  helper.display({
    id: 'savedAt',
    header: t('records:list.savedAt'),
    cell: ({ row }) => words.formats.dateTime(row.original.meta.savedAt),
  }),
  helper.display({
    id: 'enteredBy',
    header: t('records:list.enteredBy'),
    cell: ({ row }) => row.original.meta.enteredBy.displayName,
  }),
];

/** In the bin: since when, by whom and why, instead of when it was saved. */
const binColumns = (words: Words, t: TFunction) => [
  helper.display({
    id: 'binnedAt',
    header: t('records:list.binnedAt'),
    cell: ({ row: { original } }) => (original.meta.bin === null ? '' : words.formats.dateTime(original.meta.bin.at)),
  }),
  helper.display({
    id: 'binnedBy',
    header: t('records:list.binnedBy'),
    cell: ({ row }) => row.original.meta.bin?.by ?? '',
  }),
  helper.display({
    id: 'binReason',
    header: t('records:list.binReason'),
    cell: ({ row }) => <span title={row.original.meta.bin?.reason ?? ''}>{row.original.meta.bin?.reason ?? ''}</span>,
  }),
];

/** Code and state of the record, the chosen fields, and when it was saved. */
export function makeColumns(fields: readonly FieldDeclaration[], words: Words, t: TFunction, isBin: boolean) {
  return helper.columns([
    helper.display({
      id: 'code',
      header: t('records:list.code'),
      cell: ({ row }) => row.original.meta.code ?? t('records:list.noCode'),
    }),
    helper.display({
      id: 'state',
      header: t('records:list.state'),
      cell: ({ row }) => (
        <Badge tone={tones[row.original.meta.state]}>{t(codeTextKey('RECSTAT', row.original.meta.state))}</Badge>
      ),
    }),
    ...(isBin ? binColumns(words, t) : []),
    ...fields.map((field) =>
      helper.display({
        id: field.id,
        header: words.label(field),
        cell: ({ row }) => {
          const value = row.original.values[field.id] ?? null;
          return isMissing(value) ? <MarkerWord marker={value.missing} /> : valueText(field, value, words, t);
        },
      }),
    ),
    ...(isBin ? [] : savedColumns(words, t)),
  ]);
}
