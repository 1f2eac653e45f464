/** Every register whose tables a file of this program holds; a file is used for the one kind it was made for. */
import { entities } from '#shared/dictionary/registers/victims/entities.ts';
import { fields } from '#shared/dictionary/registers/victims/fields.ts';
import { referenceLists } from '#shared/dictionary/registers/victims/reference-lists.ts';
import { retention } from '#shared/dictionary/registers/victims/retention.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { type Declared, deriveTables, type RegisterTables } from './derive-tables.ts';
import { fixedTables } from './fixed-tables.ts';
import { shapeOf, type TableShape, type TextIndexShape } from './table-shape.ts';

export const registers: readonly Declared[] = [{ kind: 'victims', entities, fields, retention, referenceLists }];

const derived = new Map<RegisterKind, RegisterTables>();

/** Tables of one kind of register, derived once. */
export function tablesOf(kind: RegisterKind): RegisterTables {
  const known = derived.get(kind);
  if (known) return known;
  const declared = registers.find((register) => register.kind === kind);
  if (!declared) throw new Error(`no dictionary for ${kind}`);
  const tables = deriveTables(declared);
  derived.set(kind, tables);
  return tables;
}

/** Every table of a register file, in the order in which they can be created. */
export const allShapes = (): readonly TableShape[] => [
  ...fixedTables.map((table) => shapeOf(table)),
  ...registers.flatMap(({ kind }) => tablesOf(kind).shapes),
];

export const allTextIndexes = (): readonly TextIndexShape[] =>
  registers.flatMap(({ kind }) => tablesOf(kind).textIndexes);
