/** Victims drawn by a seeded generator and counted by plain loops, to attack the public view with. */

import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { countedLines, type Line, type StatisticPart } from '#shared/statistics/catalogue/standard-statistic.ts';
import { victimStatistics } from '#shared/statistics/catalogue/victims/statistics.ts';
import type { TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';

export type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const draw = <T>(random: Random, weighted: readonly (readonly [T, number])[]): T => {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return (weighted.at(-1) as readonly [T, number])[0];
};

interface Victim {
  readonly sex: string;
  readonly band: string;
  readonly main: string;
  readonly forms: readonly string[];
}

const sexes = [
  ['female', 70],
  ['male', 26],
  ['other_or_non_binary', 2],
  ['unknown', 2],
] as const;
const bands = [
  ['a0_11', 3],
  ['a12_14', 9],
  ['a15_17', 22],
  ['child_age_unknown', 2],
  ['a18_24', 25],
  ['a25_34', 20],
  ['a35_49', 10],
  ['a50_plus', 4],
  ['adult_age_unknown', 2],
  ['unknown', 3],
] as const;
const forms = [
  ['sexual_exploitation', 50],
  ['forced_labour_or_services', 18],
  ['begging', 10],
  ['forced_or_child_marriage', 8],
  ['domestic_servitude', 5],
  ['forced_criminal_activity', 4],
  ['other', 2],
] as const;

function victim(random: Random): Victim {
  const [sex, band] = [draw(random, sexes), draw(random, bands)];
  if (random() < 0.04) return { sex, band, main: 'unknown', forms: ['unknown'] };
  const first = draw(random, forms);
  const second = random() < 0.15 ? draw(random, forms) : first;
  const main = first === second || random() < 0.5 ? first : 'mixed';
  return { sex, band, main, forms: [...new Set([first, second])] };
}

const isChild = (band: string): boolean => ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'].includes(band);
const groupOf = ({ band }: Victim): string => (band === 'unknown' ? band : isChild(band) ? 'child' : 'adult');

function ageAndSex(person: Victim): string {
  const group = groupOf(person);
  if (group === 'unknown' || person.sex === 'unknown') return 'unknown';
  if (person.sex === 'female') return group === 'child' ? 'girls' : 'women';
  if (person.sex === 'male') return group === 'child' ? 'boys' : 'men';
  return 'otherSex';
}

type Place = readonly [rows: readonly string[], column: string];

const placeIn: Readonly<Record<string, (person: Victim) => Place>> = {
  K9: (person) => [[groupOf(person)], 'identified'],
  T15: (person) => [[person.sex], person.band],
  'T16.main': (person) => [[person.main], ageAndSex(person)],
  'T16.every': (person) => [[...person.forms, 'total'], ageAndSex(person)],
};

/** K9, T15 and T16 over so many invented victims. */
export function inventedTables(random: Random, victims: number): TableToProtect[] {
  const people = Array.from({ length: victims }, () => victim(random));
  return victimStatistics.flatMap(({ id, parts }) =>
    parts.flatMap((part) => {
      const name = tableName(id, part.part);
      const place = placeIn[name];
      return place === undefined ? [] : [{ name, part, counts: countPlaces(part, people.map(place)) }];
    }),
  );
}

function countPlaces({ rows, columns }: StatisticPart, places: readonly Place[]): number[][] {
  const [rowKeys, columnKeys] = [leaves(rows.lines), leaves(columns.lines)];
  return rowKeys.map((inRow) =>
    columnKeys.map(
      (inColumn) =>
        places.filter(([keys, column]) => inColumn.has(column) && keys.some((key) => inRow.has(key))).length,
    ),
  );
}

function leaves(lines: readonly Line[]): Set<string>[] {
  const counted = new Set(countedLines({ lines }).map(({ key }) => key));
  const of = (key: string): string[] =>
    counted.has(key) ? [key] : (lines.find((line) => line.key === key)?.of ?? []).flatMap(of);
  return lines.map(({ key }) => new Set(of(key)));
}
