import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { type FigureFilter, useFigureLinks } from './figure-links.ts';
import classes from './quality.module.css';

type FigureProps = {
  count: number;
  /** Records that the figure stands in, where it counts something else. */
  records?: number;
  /** null: all records counted. */
  filter: FigureFilter | null;
  /** Line of the breakdown, where it is not the one that is shown. */
  line?: string | null;
  /** Year of registration, for figures by line and year. */
  year?: string;
};

/** A number that opens its records, where the role may open records; a nought opens nothing. */
export function Figure({ count, records = count, filter, line, year }: FigureProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const { entity, counted, mayOpen } = useFigureLinks();
  const number = formats.number(count, 0);
  const inRecords =
    records === count ? null : <span className={classes.in}>{t('in', { records: formats.number(records, 0) })}</span>;
  if (!mayOpen || records === 0) {
    return (
      <>
        {number}
        {inRecords}
      </>
    );
  }
  const population = counted(line);
  const filters = [
    population,
    ...(year === undefined ? [] : [{ ...population, by: 'year' as const, line: year }]),
    ...(filter === null ? [] : [filter]),
  ];
  return (
    <>
      <FigureLink
        entity={entity}
        filters={filters}
        name={`${number}${records === count ? '' : ` ${t('in', { records })}`}: ${t('opens', { count: records })}`}
        number={number}
      />
      {inRecords}
    </>
  );
}
