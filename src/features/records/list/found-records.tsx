import { useTranslation } from 'react-i18next';
import type { DesignedFigure, StatisticFilter } from '#shared/contract/figure-filter.ts';
import { useProcedure } from '../../../api/query.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { ListState } from './list-view.ts';

type FoundRecordsProps = { entity: string; state: ListState; total: number };

/** How many records fit; where a number alone opened the list, also how many of what it counts they hold. */
export function FoundRecords({ entity, state, total }: FoundRecordsProps) {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const { view, search } = state;
  const [filter, ...others] = view.filters;
  const isAlone = others.length === 0 && view.scope === 'all' && search.trim() === '';
  const found = t('list.found', { count: total, number: formats.number(total) });
  if (!isAlone || (filter?.kind !== 'statistic' && filter?.kind !== 'design')) return found;
  return <CountedIn entity={entity} filter={filter} found={found} />;
}

type CountedInProps = { entity: string; filter: StatisticFilter | DesignedFigure; found: string };

function CountedIn({ entity, filter, found }: CountedInProps) {
  const { t } = useTranslation('tables');
  const { number } = useFormats();
  const { data } = useProcedure('figure.count', { filter });
  if (data === undefined || data.unit === null) return found;
  const { unit, units, records } = data;
  return t('countedIn', {
    units: t(`counted.${unit}`, { count: units, number: number(units, 0) }),
    records: t(`inRecords.${entity}`, { count: records, number: number(records, 0) }),
  });
}
