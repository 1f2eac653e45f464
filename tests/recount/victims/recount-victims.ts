/**
 * The standard tables of the register of victims counted a second time, after the words of the domain documents only.
 * Shares no code with the program: that two ways agree is the point.
 */
import { recountK12, recountT27, recountT28, recountT29 } from './assistance.ts';
import { recountK11, recountT17, recountT18, recountT19, recountT26 } from './background.ts';
import type { CountedTable } from './counting.ts';
import { recountT24, recountT25 } from './durations.ts';
import { recountT30, recountT31 } from './outcomes.ts';
import { recountT42, recountT43 } from './over-years.ts';
import { recountK3, recountK10 } from './prevented.ts';
import { recountT44 } from './quality.ts';
import { recountT20, recountT21, recountT22, recountT23 } from './trafficking.ts';
import type { Material } from './victims.ts';

const tables = [
  recountK3,
  recountK10,
  recountK11,
  recountK12,
  recountT17,
  recountT18,
  recountT19,
  recountT20,
  recountT21,
  recountT22,
  recountT23,
  recountT24,
  recountT25,
  recountT26,
  recountT27,
  recountT28,
  recountT29,
  recountT30,
  recountT31,
  recountT42,
  recountT43,
  recountT44,
] as const;

/** Counts every table for a period written as 2025, 2025-H1 or FROM..TO. */
export const recountOfVictims = (material: Material, period: string): readonly CountedTable[] =>
  tables.flatMap((recount) => recount(material, period));
