/** K10: prevented cases by their day, and the persons protected. K3: what is entered at all. */
import { known, type Row } from '../read-export.ts';
import { type CountedTable, figuresOf, sumOf } from './counting.ts';
import { isDayIn, type Material } from './victims.ts';

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

/** K3: the register, who may sign in, and completed records, of those begun in the period and of all. */
export function recountK3(material: Material, period: string): CountedTable[] {
  const line = (ids: readonly string[]) => ({
    inPeriod: ids.filter((id) => isDayIn(material.entryDays.get(id) ?? null, period)).length,
    inAll: ids.length,
  });
  return [
    {
      table: 'K3',
      part: '',
      figures: figuresOf({
        installations: { inPeriod: null, inAll: 1 },
        accounts: { inPeriod: null, inAll: material.accounts },
        victim: line(material.victims.map(({ id }) => id)),
        prevented_case: line(material.prevented.map((row) => known(row, 'id') ?? '')),
      }),
    },
  ];
}
