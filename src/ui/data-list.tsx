import type { ReactNode } from 'react';
import styles from './small.module.css';

type DataListProps = { items: readonly (readonly [term: string, description: ReactNode])[] };

export function DataList({ items }: DataListProps) {
  return (
    <dl className={styles.list}>
      {items.map(([term, description]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
