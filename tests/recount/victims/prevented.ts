/** K10: prevented cases by their day, and the persons protected. K3: what is entered at all. */
import { known, type Row } from '../read-export.ts';
import { type CountedTable, count, figuresOf, sumOf } from './counting.ts';
import { isDayIn, type Material, said } from './victims.ts';

export function recountK10(material: Material, period: string): CountedTable[] {
  const cases = material.prevented.filter((row) => isDayIn(known(row, 'prevented_date'), period));
  const persons = (group: readonly Row[], field: string): number =>
    sumOf(group.map((row) => Number(known(row, field) ?? 0)));
  const lineOf = (group: readonly Row[]) => {
    const [adults, children] = [persons(group, 'prevented_adults'), persons(group, 'prevented_children')];
    return { cases: group.length, adults, children, persons: adults + children };
  };
  const by = (part: string, keyOf: (row: Row) => string): CountedTable => ({
    table: 'K10',
    part,
    figures: figuresOf({
      ...Object.fromEntries([...Map.groupBy(cases, keyOf)].map(([key, group]) => [key, lineOf(group)])),
      total: lineOf(cases),
    }),
  });
  const typeOf = (row: Row): string => {
    const institution = known(row, 'prevented_institution');
    return (institution === null ? null : material.institutionTypes.get(institution)) ?? 'unknown';
  };
  return [
    by('stage', (row) => known(row, 'prevented_stage') ?? 'unknown'),
    by('form', (row) => known(row, 'prevented_intended_form') ?? 'unknown'),
    by('institution', typeOf),
  ];
}

/** K3: records of each type, entered up to the last day of the period and in it. */
export function recountK3(material: Material, period: string): CountedTable[] {
  const last = (day: string | null) => isDayIn(day, `0000-01-01..${period.split('..')[1] ?? '9999-12-31'}`);
  const victims = material.victims.map((victim) => ({
    kind: 'victim',
    day: said(victim, 'registration_date'),
  }));
  const prevented = material.prevented.map((row) => ({
    kind: 'prevented_case',
    day: known(row, 'prevented_registration_date'),
  }));
  return [
    {
      table: 'K3',
      part: '',
      figures: count(
        [...victims, ...prevented],
        ({ kind }) => [kind],
        ({ day }) => [...(isDayIn(day, period) ? ['in_period'] : []), ...(last(day) ? ['ever'] : [])],
      ),
    },
  ];
}
