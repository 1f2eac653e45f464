/** One invented case, entered as the proceedings go on: each step adds to what stands there already. */
import type { RecordContent } from '#shared/records/record.ts';
import { aCase, isRows, type Row } from '../justice/a-case.ts';
import { afterTrial } from './case-after-trial.ts';
import { type CaseStep, untilTrial } from './case-until-trial.ts';

export const steps: readonly CaseStep[] = [...untilTrial, ...afterTrial];

/** Who the defendants are, in their order: the company has a name and a number. */
export const identities = [
  { def_first_name: 'Zymer', def_last_name: 'Qafleshi', def_personal_no: '1188223344', def_birth_date: '1984-03-09' },
  { def_first_name: 'Xheva', def_last_name: 'Mirditori', def_personal_no: '1299334455', def_birth_date: '1991-11-30' },
  { def_last_name: 'Hotel Zambaku Sh.P.K.', def_personal_no: '810774422' },
] as const;

function merged(before: Row, adds: Row): Row {
  const row: Record<string, Row[string]> = { ...before };
  for (const [key, value] of Object.entries(adds)) {
    const stands = row[key];
    if (!isRows(value)) row[key] = value;
    else {
      const rows = isRows(stands) ? stands : [];
      const count = Math.max(rows.length, value.length);
      row[key] = Array.from({ length: count }, (_, at) => merged(rows[at] ?? {}, value[at] ?? {}));
    }
  }
  return row;
}

/** The case as it stands on paper after each step. */
export const contents: readonly RecordContent[] = steps.map((_, at) => {
  const tree = steps.slice(0, at + 1).reduce<Row>((before, { adds }) => merged(before, adds), {});
  const { values, groups } = aCase(tree);
  return { values, groups };
});
