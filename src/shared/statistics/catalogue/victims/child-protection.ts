/** T28: guardians of child victims, and how children were heard. */
import { ageGroups } from '../../../dictionary/code-lists/general.ts';
import { isDay } from '../../store/column.ts';
import type { StatisticPart } from '../standard-statistic.ts';
import { identifiedWhere } from './decided.ts';
import { codeIn, doesNotApply, type Fact } from './facts.ts';
import { factAxis, line, onePersonColumn, sumOf } from './outcome-words.ts';

const childGroups: readonly string[] = ageGroups.codes.filter(({ group }) => group === 'child').map(({ code }) => code);

const children = identifiedWhere('children', (store) => {
  const group = codeIn('age_group')(store);
  return (row) => childGroups.includes(group(row) ?? '');
});

const daysInTime = 3;

/** Whether a guardian was appointed, and whether within three days of the first contact. */
const guardianOf: Fact<string> = (store) => {
  const appointed = codeIn('guardian_appointed')(store);
  const [contact, appointment] = ['first_contact_date', 'guardian_date'].map(
    (field) => store.date(store.entity, field).earliest,
  );
  return (row) => {
    const answer = appointed(row);
    if (answer !== 'yes') return answer && 'noGuardian';
    const [from, to] = [contact?.at(row) as number, appointment?.at(row) as number];
    if (!isDay(from) || !isDay(to) || to < from) return 'dayUnknown';
    return to - from <= daysInTime ? 'inTime' : 'later';
  };
};

const appointed = [line('inTime'), line('later'), line('dayUnknown')];
const guardianAxis = () =>
  factAxis('guardian', [...appointed, sumOf('appointed', appointed), line('noGuardian')], guardianOf);

/** Whether a social worker was present; notHeard where no child was heard. */
const presenceOf: Fact<string> = (store) => {
  const answer = codeIn('social_worker_present')(store);
  const isNotHeard = doesNotApply(store, 'social_worker_present');
  const lineOf: Readonly<Record<string, string>> = { yes: 'withSocialWorker', no: 'withoutSocialWorker' };
  return (row) => (isNotHeard(row) ? 'notHeard' : (lineOf[answer(row) ?? ''] ?? 'unknown'));
};

/** Those who were heard, and of them those of whom the answer is not known, add up to 100 percent. */
function presenceAxis() {
  const heard = [line('withSocialWorker'), line('withoutSocialWorker'), line('unknown', 'unknown', 'presenceUnknown')];
  return factAxis('socialWorker', [...heard, sumOf('heard', heard), line('notHeard', 'unknown')], presenceOf);
}

const ofChildren = {
  stages: [children],
  columns: onePersonColumn('children'),
  counted: ['total', 'children'],
} as const;

export const childProtection: readonly StatisticPart[] = [
  {
    ...ofChildren,
    part: 'guardian',
    rows: guardianAxis(),
    percentOf: 'children',
    unknown: [{ dimension: 'answer', cell: ['unknown', 'children'] }],
  },
  {
    ...ofChildren,
    part: 'interview',
    rows: presenceAxis(),
    percentOf: 'children',
    percentBase: 'heard',
    unknown: [{ dimension: 'answer', cell: ['unknown', 'children'] }],
  },
];
