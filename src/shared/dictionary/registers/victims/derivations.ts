/** Values that the program sets in a registration, in the order in which they rest on each other. */
import { adultAge, ageAmong, possibleAges, yearOf } from '../../../records/age.ts';
import { addYears, type DayInterval, dayInterval, precisionOf } from '../../../records/partial-date.ts';
import { daysOf, isAnswered, markerOf, numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { FieldValue, GroupRow, RecordContent, RuleContext, RuleSubject, Values } from '../../../records/record.ts';
import type { EntityDeclaration } from '../../vocabulary.ts';
import {
  ageGroup,
  ageReference,
  agesAtIdentification,
  beginOfTrafficking,
  isChildGroup,
  possibleBirth,
} from './age.ts';
import { entities } from './entities.ts';
import { mainForm } from './forms.ts';
import { traffickingScope } from './scope.ts';
import { newestStatus } from './status.ts';

type Draft = { -readonly [K in keyof RuleSubject]: RuleSubject[K] } & {
  values: Record<string, FieldValue>;
};

const unknown: FieldValue = { missing: 'unknown' };
const declaredEntities: readonly EntityDeclaration[] = entities;

/** The record with every value that the program sets; what is typed stays as it is. */
export function derive(subject: RuleSubject, context: RuleContext): RuleSubject {
  if (subject.entity !== 'victim') return subject;
  const draft: Draft = {
    ...subject,
    values: { ...subject.values },
    groups: numberedGroups(subject),
  };
  draft.values['trafficking_status'] = newestStatus(rowsOf(draft, 'status_decision')) ?? null;
  setAge(draft);
  draft.values['age_group'] = ageGroupOf(draft);
  draft.values['age_at_recruitment'] = ageAtRecruitment(draft);
  draft.values['child_when_trafficked'] = childWhenTrafficked(draft);
  draft.values['trafficking_scope'] = traffickingScope(draft) ?? unknown;
  draft.values['exploitation_main_form'] = mainForm(draft);
  if (isNewTrafficking(draft, context) && textOf(draft.values, 're_trafficked') === undefined) {
    draft.values['re_trafficked'] = 'yes';
  }
  return draft;
}

function numberedGroups(content: RecordContent): Record<string, readonly GroupRow[]> {
  const groups: Record<string, readonly GroupRow[]> = { ...content.groups };
  for (const { id, ordinal } of declaredEntities) {
    const rows = groups[id];
    if (!ordinal || !rows || rows.every((row, index) => row.values[ordinal] === index + 1)) continue;
    groups[id] = rows.map((row, index) => ({
      ...row,
      values: { ...row.values, [ordinal]: index + 1 },
    }));
  }
  return groups;
}

// Only a session that may open the vault sees the birth date; for others year and age stay as they were set from it.
function setAge(draft: Draft): void {
  const birth = draft.identity && textOf(draft.identity, 'date_of_birth');
  const born = birth === undefined ? undefined : dayInterval(birth);
  if (birth === undefined || !born) return;
  const year = yearOf(born);
  if (year !== undefined && markerOf(draft.values['birth_year']) !== 'withheld') draft.values['birth_year'] = year;
  const reference = ageReference(draft.values);
  const day = reference && dayInterval(reference.day);
  if (!day || day.latest < born.earliest) return;
  const current = draft.values['age_at_identification'];
  const ages = possibleAges(born, day);
  const age =
    precisionOf(birth) === 'day' ? ages.least : isTyped(current) ? undefined : ageAmong(ages, precisionOf(birth));
  if (age !== undefined && markerOf(current) !== 'withheld') draft.values['age_at_identification'] = age;
}

/** By what stands outside the vault, so that everybody sees the same group; by the birth date where that says nothing. */
function ageGroupOf(draft: Draft): FieldValue {
  if (agesAtIdentification(draft.values)) return ageGroup(draft.values);
  const born = draft.identity && daysOf(draft.identity, 'date_of_birth');
  const day = referenceDay(draft.values);
  if (born && day && day.latest >= born.earliest) return ageGroup(draft.values, possibleAges(born, day));
  // Set earlier from a birth date that this session may not see.
  const stored = textOf(draft.values, 'age_group');
  return draft.identity === undefined && stored !== undefined ? stored : ageGroup(draft.values);
}

const isTyped = (value: FieldValue | undefined) => isAnswered(value) && markerOf(value) === undefined;

/** The least possible age where at most two are possible, in the spirit of "possibly under 18"; else unknown. */
function ageAtRecruitment(draft: Draft): FieldValue {
  const recruited = textOf(draft.values, 'recruitment_date');
  const on = recruited === undefined ? undefined : dayInterval(recruited);
  const birth = possibleBirth(draft);
  if (!on || !birth || on.latest < birth.earliest) return unknown;
  const ages = possibleAges(birth, on);
  const stored = numberOf(draft.values, 'age_at_recruitment');
  // Set earlier from the exact birth date, which this session may not see.
  if (!draft.identity && stored !== undefined && stored >= ages.least && stored <= ages.most) return stored;
  return ages.most - ages.least <= 1 ? ages.least : unknown;
}

/** Possibly under 18 on any day from recruitment to the end of exploitation: the first day decides, she was youngest then. */
function childWhenTrafficked(draft: Draft): FieldValue {
  if (isChildGroup(ageGroup(draft.values))) return 'yes';
  const birth = possibleBirth(draft);
  if (!birth) return unknown;
  const begin = beginOfTrafficking(draft) ?? referenceDay(draft.values);
  if (!begin) return unknown;
  return addYears(birth.latest, adultAge) > begin.earliest ? 'yes' : 'no';
}

function referenceDay(values: Values): DayInterval | undefined {
  const reference = ageReference(values);
  return reference && dayInterval(reference.day);
}

/** True where this registration or an earlier one of the same person is a new trafficking (R25). */
export function isNewTrafficking(content: RecordContent, context: RuleContext): boolean {
  if (textOf(content.values, 'episode_relation') === 'new_trafficking') return true;
  const episode = numberOf(content.values, 'episode_no') ?? Number.POSITIVE_INFINITY;
  return context.otherRegistrations.some(
    ({ content: other }) =>
      textOf(other.values, 'episode_relation') === 'new_trafficking' &&
      (numberOf(other.values, 'episode_no') ?? 1) < episode,
  );
}
