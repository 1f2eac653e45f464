import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ListOrder } from '#shared/contract/list-query.ts';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey, markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { isMissing } from '#shared/records/record.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { MarkerWord } from '../fields/marker-word.tsx';
import type { Words } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import type { ListRow } from './use-list-window.ts';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ListRow>();

const tones = { draft: 'quiet', complete: 'good', verified: 'good', returned_for_correction: 'warn' } satisfies Record<
  string,
  Tone
>;

type Order = { readonly asked: ListOrder; readonly isThis: boolean };
const ofRecord = ['code', 'state', 'savedAt', 'enteredBy'] as const;
const newestFirst: readonly string[] = ['savedAt', 'date', 'partial_date'];

/** The order that pressing the head of a column asks for: once in its usual direction, then the other way round. */
export function orderBy(columnId: string, fields: readonly FieldDeclaration[], now: ListOrder): Order {
  const own = ofRecord.find((each) => each === columnId);
  const isThis = own === undefined ? now.by === 'field' && now.field === columnId : now.by === own;
  const type = own ?? fields.find(({ id }) => id === columnId)?.type ?? '';
  const descending = isThis ? !now.descending : newestFirst.includes(type);
  return { asked: own === undefined ? { by: 'field', field: columnId, descending } : { by: own, descending }, isThis };
}

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

const widths: Readonly<Record<string, number>> = {
  savedAt: 160,
  enteredBy: 140,
  binnedAt: 160,
  binnedBy: 140,
  binReason: 280,
};
const narrowestCode = 132;
const narrowest = 84;
const widestMarker = 160;
const widthsByType = { int: 84, decimal: 96, date: 116, partial_date: 116, text: 170, code: 260, codes: 190 };
const perLetter = 7.5;
const perBadgeLetter = 7;
/** What stands left and right of a text in a cell, and around a badge in it. */
const aroundText = 24;
const aroundBadge = 38;

const longest = (labels: readonly string[]) => Math.max(0, ...labels.map(({ length }) => length));

/** A column of answers is as wide as the longest answer of its list; a short list of short labels needs little. */
export function widthOf(columnId: string, fields: readonly FieldDeclaration[], words: Words, t: TFunction): number {
  const textWidth = (labels: readonly string[]) => longest(labels) * perLetter + aroundText;
  const badgeWidth = (labels: readonly string[]) => longest(labels) * perBadgeLetter + aroundBadge;
  if (columnId === 'state') return badgeWidth(words.options('RECSTAT').map(({ label }) => label));
  if (columnId === 'code') return Math.max(narrowestCode, textWidth([t('records:list.noCode')]));
  const field = fields.find(({ id }) => id === columnId);
  if (field === undefined) return widths[columnId] ?? widthsByType.text;
  const widest = widthsByType[field.type];
  const marker = badgeWidth(field.missing.map((missing) => t(markerTextKey(missing))));
  const isShort = field.type === 'code' && field.list !== undefined;
  const answers = isShort ? words.options(field.list ?? '').map(({ label }) => label) : [];
  const usual = isShort
    ? Math.min(widest, Math.max(narrowest, textWidth(answers), textWidth([words.label(field)]) / 2))
    : widest;
  return Math.max(usual, field.missing.length === 0 ? 0 : Math.min(marker, widestMarker));
}
