/** The tables of a register file: those that every file has, and those of the one kind that it was made for. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { deriveTables, type RegisterTables } from './derive-tables.ts';
import { fixedTables } from './fixed-tables.ts';
import { shapeOf, type TableShape, type TextIndexShape } from './table-shape.ts';

const derived = new Map<RegisterKind, RegisterTables>();

/** Tables of the dictionary of one kind of register, derived once. */
export function tablesOf(kind: RegisterKind): RegisterTables {
  const known = derived.get(kind);
  if (known) return known;
  const tables = deriveTables(registerOf(kind));
  derived.set(kind, tables);
  return tables;
}

/** Every table of a file of that kind, in the order in which they can be created. */
export const shapesOf = (kind: RegisterKind): readonly TableShape[] => [
  ...fixedTables.map((table) => shapeOf(table)),
  ...tablesOf(kind).shapes,
];

export const textIndexesOf = (kind: RegisterKind): readonly TextIndexShape[] => tablesOf(kind).textIndexes;
