import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import classes from './figure-link.module.css';
import { isFocusLost } from './use-focus-back.ts';

type FigureLinkProps = {
  /** The number as it is written. */
  number: string;
  /** Number and what happens, for whoever does not see that it is underlined. */
  name: string;
  entity: string;
  filters: RecordFilter[];
};

/** The number that was followed last: whoever comes back from its records goes on there. */
let followed: string | null = null;

/** A number that opens the records it counts. */
export function FigureLink({ number, name, entity, filters }: FigureLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const key = JSON.stringify([entity, filters]);
  useEffect(() => {
    if (followed !== key) return;
    // After the page that was left is gone, and its focus with it.
    const later = setTimeout(() => isFocusLost() && link.current?.focus());
    return () => clearTimeout(later);
  }, [key]);
  return (
    <Link
      aria-label={name}
      className={classes.figure}
      onClick={() => {
        followed = key;
      }}
      params={{ entity }}
      ref={link}
      search={{ filters }}
      to="/records/$entity"
    >
      {number}
    </Link>
  );
}
