/// <reference types="vite/types/importMeta.d.ts" />
/** The migrations that travel inside the program. */
import { type Migration, orderMigrations } from './migrate.ts';

const files = import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export const bundledMigrations: readonly Migration[] = orderMigrations(
  Object.entries(files).map(([path, sql]) => ({ id: path.replace(/^.*\//, '').replace(/\.sql$/, ''), sql })),
);
