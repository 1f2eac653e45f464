/** Parts of T26 to T31 recounted by plain loops over records, straight from the definitions; shares no code with the catalogue. */
import { type FieldValue, isMissing, type RecordContent } from '#shared/records/record.ts';
import { counted, known, type Recount, type Registration } from '../naive-recount.ts';

const isOutside = (value: FieldValue | undefined) => isMissing(value) && value.missing === 'not_applicable';

const amountsOf = ({ groups }: RecordContent, field: string) =>
  (groups.compensation_claim ?? []).map(({ values }) => values[field]).filter((value) => !isOutside(value));

export function recountOutcomes(registrations: readonly Registration[], year: number): Recount {
  const counts: Recount = new Map();
  const add = (table: string, row: string, column: string, count = 1): void => {
    const key = `${table}/${row}/${column}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const each of [year - 4, year - 3, year - 2, year - 1, year]) {
    for (const { values } of counted(registrations, 'formally_identified', `${each}-01-01`, `${each}-12-31`)) {
      add('T26.channels', known(values.first_detected_by) ?? 'unknown', String(each));
      add('T26.channels', 'total', String(each));
    }
  }
  for (const { content, values } of counted(registrations, 'formally_identified', `${year}-01-01`, `${year}-12-31`)) {
    const takes = [
      true,
      values.assistance_offered === 'yes',
      values.assistance_accepted === 'yes' || values.assistance_accepted === 'partly',
      (content.groups.service ?? []).some((row) => row.values.service_outcome === 'completed'),
    ];
    ['identified', 'offered', 'accepted', 'completed'].forEach((step, at) => {
      if (takes.slice(0, at + 1).every(Boolean)) add('T27', step, 'reached');
    });
    const citizenship = Array.isArray(values.citizenship) ? (values.citizenship as string[]) : [];
    const isForeign = citizenship.length > 0 && !citizenship.includes('XKX');
    const reflection = known(values.reflection_period);
    if (isForeign) {
      add('T29.reflection', 'foreign', 'persons');
      if (reflection === 'granted' || reflection === 'refused') add('T29.reflection', reflection, 'persons');
      add('T29.permits', known(values.residence_permit) ?? 'unknown', 'persons');
    }
    const type = known(values.return_type);
    add('T30.types', type ?? (isOutside(values.return_type) ? 'not_applicable_domestic' : 'unknown'), 'persons');
    for (const [step, field] of [
      ['informed', 'compensation_information'],
      ['claimed', 'compensation_claimed'],
    ] as const) {
      if (values[field] === 'yes') add('T31.steps', step, 'yes');
    }
    const awarded = amountsOf(content, 'compensation_awarded').filter((amount) => typeof amount === 'number');
    if (awarded.some((amount) => amount > 0)) add('T31.steps', 'awarded', 'yes');
  }
  return counts;
}
