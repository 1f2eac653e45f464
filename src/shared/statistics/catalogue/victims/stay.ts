/** T29: reflection periods and residence permits of foreign victims. */
import { reflectionPeriods, residencePermits } from '../../../dictionary/code-lists/identification.ts';
import { codeLines } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { identified } from './decided.ts';
import { codeIn, type Fact } from './facts.ts';
import { factAxis, line, lineAside, onePersonColumn, sensitive, sumOf } from './outcome-words.ts';

/** own: one of the citizenships is that of the country of the register; undefined where none is known. */
const citizenshipOf: Fact<'own' | 'foreign'> = (store) => {
  const { codebook, offsets, values } = store.codes(store.entity, 'citizenship');
  return (row) => {
    let found: 'own' | 'foreign' | undefined;
    for (let at = offsets.at(row); at < offsets.at(row + 1); at++) {
      const country = codebook.codeOf(values.at(at));
      if (country === store.country) return 'own';
      if (country !== undefined) found = 'foreign';
    }
    return found;
  };
};

/** What is said of foreign victims in a field; nationals, and who may be one, stand apart. */
const ofForeigners =
  (field: string, lines: readonly Line[]): Fact<string> =>
  (store) => {
    const [citizenship, answer] = [citizenshipOf(store), codeIn(field)(store)];
    const keys = new Set(lines.map(({ key }) => key));
    return (row) => {
      const of = citizenship(row);
      if (of !== 'foreign') return of === 'own' ? 'ownNationals' : 'citizenshipUnknown';
      const code = answer(row) ?? '';
      return keys.has(code) ? code : 'unknown';
    };
  };

/** Foreign victims by an answer and in all; then who is none, so that the table adds up to everybody. */
function foreignAxis(dimension: string, field: string, answers: readonly Line[], sums: readonly Line[] = []): Axis {
  const inSums = new Set(sums.flatMap(({ of = [] }) => of));
  const unknown = line('unknown', 'unknown', 'notKnown');
  const parts = [...sums, ...answers.filter(({ key }) => !inSums.has(key)), unknown];
  const values = [
    ...answers.filter(({ key }) => inSums.has(key)),
    ...parts,
    sumOf('foreign', parts),
    lineAside('ownNationals'),
    lineAside('citizenshipUnknown'),
  ];
  return factAxis(dimension, values, ofForeigners(field, answers));
}

const periods = codeLines(reflectionPeriods).filter(({ key }) => key !== 'not_applicable_national');
const permits = codeLines(residencePermits);
const withoutPermit = ['none_requested', 'refused', 'pending'];
const granted = sumOf(
  'permitGranted',
  permits.filter(({ key }) => !withoutPermit.includes(key)),
);

export const stay: readonly StatisticPart[] = [
  { part: 'reflection', rows: foreignAxis('reflectionPeriod', 'reflection_period', periods) },
  { part: 'permits', rows: sensitive(foreignAxis('residencePermit', 'residence_permit', permits, [granted])) },
].map(({ part, rows }) => ({
  part,
  stages: identified,
  rows,
  columns: onePersonColumn(),
  counted: ['total', 'persons'],
  percentOf: 'persons',
  percentBase: 'foreign',
  unknown: [{ dimension: 'answer', cell: ['unknown', 'persons'] }],
}));
