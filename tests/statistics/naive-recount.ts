/** K9, T15 and T16 recounted by plain loops over records, straight from the definitions; shares no code with the catalogue. */
import { type FieldValue, isKnown, type RecordContent, type Values } from '#shared/records/record.ts';

export interface Registration {
  readonly id: string;
  readonly content: RecordContent;
}

/** Counts by `table/row/column`; what nobody falls into is absent. */
export type Recount = Map<string, number>;

interface Decision {
  readonly day: string;
  readonly values: Values;
  readonly content: RecordContent;
}

export const known = (value: FieldValue | undefined): string | undefined =>
  isKnown(value) && typeof value === 'string' ? value : undefined;

export function recount(registrations: readonly Registration[], from: string, to: string): Recount {
  const counts: Recount = new Map();
  const add = (table: string, rows: readonly string[], columns: readonly string[]): void => {
    for (const row of new Set(rows)) {
      for (const column of new Set(columns)) {
        const key = `${table}/${row}/${column}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  };
  for (const { values } of counted(registrations, 'presumed', from, to))
    add('K9', [ageClass(values), 'total'], ['presumed']);
  for (const { values, content } of counted(registrations, 'formally_identified', from, to)) {
    const age = ageClass(values);
    const band = age === 'unknown' ? 'unknown' : String(values.age_group);
    const people = [peopleOf(values), 'total'];
    add('K9', [age, 'total'], ['identified']);
    add('T15', [known(values.sex) ?? 'unknown', 'total'], [band, age, 'total']);
    add('T16.main', [known(values.exploitation_main_form) ?? 'unknown', 'total'], people);
    add('T16.every', [...formsOf(content), 'total'], people);
  }
  return counts;
}

export function counted(registrations: readonly Registration[], status: string, from: string, to: string): Decision[] {
  const persons = new Map<string, Registration[]>();
  for (const each of registrations) {
    const code = known(each.content.values.victim_code) ?? each.id;
    persons.set(code, [...(persons.get(code) ?? []), each]);
  }
  return [...persons.values()].flatMap((ofPerson) => {
    const inOrder = ofPerson.toSorted(
      (a, b) =>
        Number(a.content.values.episode_no) - Number(b.content.values.episode_no) ||
        String(a.content.values.registration_date).localeCompare(String(b.content.values.registration_date)) ||
        a.id.localeCompare(b.id),
    );
    const traffickings: Registration[][] = [];
    for (const each of inOrder) {
      const last = traffickings.at(-1);
      if (last && each.content.values.episode_relation === 'same_trafficking') last.push(each);
      else traffickings.push([each]);
    }
    const firsts = traffickings.flatMap((trafficking) =>
      earliest(trafficking.flatMap((each) => decisionsOf(each, status))),
    );
    const years = [...new Set(firsts.map(({ day }) => day.slice(0, 4)))];
    const perYear = years.flatMap((year) => earliest(firsts.filter(({ day }) => day.startsWith(year))));
    return perYear.filter(({ day }) => day >= from && day <= to);
  });
}

const decisionsOf = ({ content }: Registration, status: string): Decision[] =>
  (content.groups.status_decision ?? []).flatMap((row) =>
    row.values.status === status && typeof row.values.status_date === 'string'
      ? [{ day: row.values.status_date, values: content.values, content }]
      : [],
  );

function earliest(decisions: readonly Decision[]): Decision[] {
  let first: Decision | undefined;
  for (const each of decisions) if (!first || each.day < first.day) first = each;
  return first ? [first] : [];
}

export function ageClass(values: Values): string {
  const band = known(values.age_group);
  if (band === undefined || band === 'unknown') return 'unknown';
  return ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'].includes(band) ? 'child' : 'adult';
}

export function peopleOf(values: Values): string {
  const [age, sex] = [ageClass(values), known(values.sex)];
  if (age === 'unknown' || sex === undefined) return 'unknown';
  if (sex === 'female') return age === 'child' ? 'girls' : 'women';
  if (sex === 'male') return age === 'child' ? 'boys' : 'men';
  return 'otherSex';
}

function formsOf({ values, groups }: RecordContent): string[] {
  const sources =
    values.exploitation_stage === 'not_yet_exploited'
      ? [values.intended_forms]
      : (groups.exploitation ?? []).map((row) => row.values.exploitation_forms);
  const forms = sources.flatMap((value) => (Array.isArray(value) ? (value as string[]) : []));
  return forms.length > 0 ? forms : ['unknown'];
}
