/** Values that the program sets in a case, in the order in which they rest on each other. */
import { outerRowOf, sameValues } from '../../../records/content.ts';
import { dayNumber, isoDay } from '../../../records/partial-date.ts';
import { numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { FieldValue, GroupRow, RecordContent, RuleContext, RuleSubject, Values } from '../../../records/record.ts';
import type { EntityDeclaration } from '../../vocabulary.ts';
import { dayOfOffence, withAge } from './age.ts';
import { entities } from './entities.ts';
import { iccsClassOf } from './iccs.ts';
import { type Proceedings, proceedingsAgainst, stageOfReport } from './proceedings.ts';
import { stageSince } from './stage-age.ts';
import { isOpen, stageOfCase } from './stages.ts';

const declaredEntities: readonly EntityDeclaration[] = entities;
const notApplicable: FieldValue = { missing: 'not_applicable' };

/** The record with every value that the program sets; what is typed stays as it is. */
export function derive(subject: RuleSubject, context: RuleContext): RuleSubject {
  const defendants = rowsOf(subject, 'defendant');
  const proceedings = new Map(defendants.map((row) => [row.id, proceedingsAgainst(subject, row)]));
  const offence = dayOfOffence(subject.values);
  const groups = inEveryRow(numberedGroups(subject), {
    defendant: (row) => {
      const status = proceedings.get(row.id)?.status ?? null;
      return {
        ...(isCompany(row) ? withoutAge(row.values) : withAge(row.values, offence, vaultOf(subject, row))),
        def_status: status,
      };
    },
    charge: ({ values }) => ({ ...values, iccs_code: iccsClassOf(values) ?? null, ...rangeOf(values, context) }),
  });
  const against = [...proceedings.values()];
  const stages = against.map(({ stage }) => stage);
  const status = stageOfCase(stages, stageOfReport(subject));
  const since = stageSince(status, against, dayNumber(textOf(subject.values, 'report_date') ?? ''));
  const values = {
    ...subject.values,
    victims_total: victimsCounted(subject),
    case_status: status,
    case_closed_on: closedOn(against),
    stage_since: since === undefined ? null : isoDay(since),
    open_defendants: stages.filter(isOpen).length,
  };
  // R47 speaks of the step from the stage that was stored, which stands in the content as it came.
  const cameIn = subject.cameIn ?? { values: subject.values, groups: subject.groups };
  return { ...subject, values, groups, cameIn };
}

/** The identity of a defendant: undefined where this session may not open it, empty where nothing is entered. */
function vaultOf({ rowIdentities }: RuleSubject, defendant: GroupRow): Values | undefined {
  return rowIdentities && (rowIdentities[defendant.id] ?? {});
}

const isCompany = ({ values }: GroupRow) => textOf(values, 'person_type') === 'legal_person';

/** R38: what is derived of an age has no meaning for a company; what is typed the conditions of the fields take away. */
const withoutAge = (values: Values): Values => ({ ...values, def_age_group: notApplicable });

/** Rows of a group numbered 1, 2, 3 ... among those that stand within the same row. */
function numberedGroups({ groups }: RecordContent): Record<string, readonly GroupRow[]> {
  const numbered: Record<string, readonly GroupRow[]> = { ...groups };
  for (const { id, ordinal } of declaredEntities) {
    const rows = numbered[id];
    if (ordinal === undefined || !rows) continue;
    const last = new Map<string | undefined, number>();
    numbered[id] = rows.map((row) => {
      const number = (last.get(outerRowOf(row)) ?? 0) + 1;
      last.set(outerRowOf(row), number);
      return withValues(row, { ...row.values, [ordinal]: number });
    });
  }
  return numbered;
}

function inEveryRow(
  groups: Record<string, readonly GroupRow[]>,
  derived: Readonly<Record<string, (row: GroupRow) => Values>>,
): Record<string, readonly GroupRow[]> {
  for (const [entity, values] of Object.entries(derived)) {
    const rows = groups[entity];
    if (rows) groups[entity] = rows.map((row) => withValues(row, values(row)));
  }
  return groups;
}

// A row in which nothing changes stays the same row, so that nobody draws or saves it again.
const withValues = (row: GroupRow, values: Values): GroupRow =>
  sameValues(row.values, values) ? row : { ...row, values };

/** J59, J59a: range of punishment of the article named, in the version of the register of articles that was chosen. */
function rangeOf(charge: Values, { article }: RuleContext): Values {
  if (!article) return {};
  const code = textOf(charge, 'legal_article');
  const range = code === undefined ? undefined : article(code);
  return { charge_min_months: range?.leastMonths ?? null, charge_max_months: range?.mostMonths ?? null };
}

/** J105: sum of the groups (R40). */
const victimsCounted = (content: RecordContent): number =>
  rowsOf(content, 'victim_group').reduce((sum, { values }) => sum + (numberOf(values, 'vgroup_count') ?? 0), 0);

/** J8c: the last day of the last proceedings, once none is open and of each the day is known. */
function closedOn(against: readonly Proceedings[]): string | null {
  const days: number[] = [];
  for (const { stage, endedOn } of against) {
    if (isOpen(stage) || endedOn === undefined) return null;
    days.push(endedOn);
  }
  return days.length === 0 ? null : isoDay(Math.max(...days));
}
