/** What a filter that came with a figure says, as a pill of the list. */
import { useTranslation } from 'react-i18next';
import type { DesignedFigure, FigureFilter, StatisticFilter } from '#shared/contract/figure-filter.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { Label } from '#shared/contract/statistics.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { tableText } from '#shared/statistics/catalogue/table-text.ts';
import { type Period, parsePeriod } from '#shared/statistics/period.ts';
import { useSession } from '../../../api/session.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useLabelText } from '../../../i18n/use-label-text.ts';
import { useQualityText } from './quality-text.ts';

type Days = Pick<Period, 'from' | 'to'>;

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

  const days = ({ from, to }: Days): string => `${formats.date(from)} – ${formats.date(to)}`;
  const ofTable = ({ id, part, period, row, column }: StatisticFilter): string => {
    const place = t('lists:filter.table', {
      table: t(tableText({ register: register.kind, id, part }, 'title')),
      row: labelText(row.label),
      column: labelText(column.label),
    });
    return `${place} · ${days(daysOf({ period, row, column }))}`;
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
      days(parsePeriod(period)),
    ].join(' · ');
  };
  return (filter) => {
    if (filter.kind === 'statistic') return ofTable(filter);
    return filter.kind === 'design' ? ofOwnTable(filter) : qualityText(filter);
  };
}

/** Days that a number is about: of a table by years those of its own year, as far as the period goes. */
function daysOf({ period, row, column }: Pick<StatisticFilter, 'period' | 'row' | 'column'>): Days {
  const whole = parsePeriod(period);
  const year = [row.label, column.label].flatMap(yearOf)[0];
  if (year === undefined) return whole;
  const last = `${year}-12-31`;
  return { from: `${year}-01-01`, to: last < whole.to ? last : whole.to };
}

const yearOf = (label: Label): string[] =>
  'text' in label && label.text === 'tables:lines.year' ? [String(label.params?.year)] : [];
