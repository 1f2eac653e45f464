import { Link } from '@tanstack/react-router';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import classes from './figure-link.module.css';

type FigureLinkProps = {
  /** The number as it is written. */
  number: string;
  /** Number and what happens, for whoever does not see that it is underlined. */
  name: string;
  entity: string;
  filters: RecordFilter[];
};

/** A number that opens the records it counts. */
export function FigureLink({ number, name, entity, filters }: FigureLinkProps) {
  return (
    <Link aria-label={name} className={classes.figure} params={{ entity }} search={{ filters }} to="/records/$entity">
      {number}
    </Link>
  );
}
