/** T44: what is filled, field by field, and how long it took until a victim was entered. */
import { known } from '../read-export.ts';
import { type CountedTable, count, figuresOf, percentOf, quantile } from './counting.ts';
import { dayNumber, identifiedIn, isDayIn, type Material, said, type Victim } from './victims.ts';

const states = ['unknown', 'not_asked', 'refused', 'withheld', 'not_applicable'];

function stateOf(cell: string | undefined): string {
  if (cell === undefined || cell === '') return 'empty';
  return states.find((state) => cell === `?${state}`) ?? 'filled';
}

/** Fields of a registration by what stands in them, of those that apply; registrations of the period. */
export function recountT44(material: Material, period: string): CountedTable[] {
  const registered = material.victims.filter((victim) => isDayIn(said(victim, 'registration_date'), period));
  const fields = Object.keys(material.victims[0]?.row ?? {});
  const counts = fields.map((field) => {
    const cells = registered.map(({ row }) => stateOf(row[field]));
    const applying = cells.filter((state) => state !== 'not_applicable');
    const number = (state: string) => applying.filter((each) => each === state).length;
    const filled = number('filled');
    return [
      field,
      {
        applying: applying.length,
        filled,
        empty: number('empty'),
        unknown: number('unknown'),
        not_asked: number('not_asked'),
        refused: number('refused'),
        withheld: number('withheld'),
        filled_percent: percentOf(filled, applying.length),
        unknown_percent: percentOf(number('unknown'), applying.length),
      },
    ] as const;
  });
  const delayOf = (victim: Victim): number | null => {
    const [identified, entered] = [said(victim, 'identification_date'), said(victim, 'registration_date')];
    return identified === null || entered === null ? null : dayNumber(entered) - dayNumber(identified);
  };
  const delays = identifiedIn(material, period).flatMap(({ registration }) => delayOf(registration) ?? []);
  return [
    { table: 'T44', part: 'fields', figures: figuresOf(Object.fromEntries(counts)) },
    {
      table: 'T44',
      part: 'institutions',
      figures: count(registered, ({ row }) => [known(row, 'reporting_institution') ?? 'unknown']),
    },
    {
      table: 'T44',
      part: 'delay',
      figures: figuresOf({
        total: {
          counted: delays.length,
          quartile_1: quantile(delays, 0.25),
          median: quantile(delays, 0.5),
          quartile_3: quantile(delays, 0.75),
        },
      }),
    },
  ];
}
