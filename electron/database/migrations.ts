/// <reference types="vite/types/importMeta.d.ts" />
/** The migrations that travel inside the program: a line of its own for each kind of register. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { type Migration, orderMigrations } from './migrate.ts';

const files = import.meta.glob<string>('../../migrations/*/*.sql', { query: '?raw', import: 'default', eager: true });

/** Migrations of one kind of register, in order. */
export const migrationsOf = (kind: RegisterKind): readonly Migration[] =>
  orderMigrations(
    Object.entries(files).flatMap(([path, sql]) => {
      const [name = '', folder] = path.split('/').reverse();
      return folder === kind ? [{ id: name.replace(/\.sql$/, ''), sql }] : [];
    }),
  );
