/** What a filter that came with a figure says, as a pill of the list. */
import { useTranslation } from 'react-i18next';
import type { DesignedFigure, FigureFilter, StatisticFilter } from '#shared/contract/figure-filter.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { Label } from '#shared/contract/statistics.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { tableText } from '#shared/statistics/catalogue/table-text.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { useSession } from '../../../api/session.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useLabelText } from '../../../i18n/use-label-text.ts';
import { useQualityText } from './quality-text.ts';

/** Texts of the filters of figures of the data-quality page and of tables, standard and own. */
export function useFigureText(
  index: RegisterIndex,
  entity: string,
  filters: readonly RecordFilter[],
): (filter: FigureFilter) => string | null {
  const { t } = useTranslation('lists');
  const { register } = useSession();
  const formats = useFormats();
  const labelText = useLabelText();
  const qualityText = useQualityText(index, entity, filters);

  const days = (text: string): string => {
    const { from, to } = parsePeriod(text);
    return `${formats.date(from)} – ${formats.date(to)}`;
  };
  const ofTable = ({ id, part, period, row, column }: StatisticFilter): string => {
    const place = t('lists:filter.table', {
      table: t(tableText({ register: register.kind, id, part }, 'title')),
      row: labelText(row.label),
      column: labelText(column.label),
    });
    return `${place} · ${days(period)}`;
  };
  const ofOwnTable = ({ design, period, row, column, said }: DesignedFigure): string => {
    const { title, rows, columns, unit, measure, filters, layer } = said;
    const named = 'text' in title && title.text === 'design:named';
    // Beside a mean stands the number of all units, whether they have what it is over or not.
    const isNumberOfUnits =
      design.measure.of === 'count' ||
      ('quantity' in design.measure && design.columns.length === 0 && column.key === 'total');
    const within = (axis: Label, line: Label): string => `${labelText(axis)}: ${labelText(line)}`;
    return [
      named ? labelText(title) : t('design:ownTable'),
      ...(layer ? [within(layer.dimension, layer.line)] : []),
      ...(design.rows.length > 0 ? [within(rows, row.label)] : []),
      ...(design.columns.length > 0 ? [within(columns, column.label)] : []),
      ...(isNumberOfUnits ? [] : [labelText(measure)]),
      labelText(unit),
      ...filters.map(labelText),
      days(period),
    ].join(' · ');
  };
  return (filter) => {
    if (filter.kind === 'statistic') return ofTable(filter);
    return filter.kind === 'design' ? ofOwnTable(filter) : qualityText(filter);
  };
}
