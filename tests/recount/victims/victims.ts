/** Registrations of victims with all their rows, and who of them is counted in a period. */
import {
  codes,
  known,
  type Registration,
  type Row,
  readRegistrations,
  readRows,
  rowsByVictim,
} from '../read-export.ts';
import { ageGroupOf, type CountedDecision, daysOf, decisionsIn, sexAndAgeOf } from '../recount.ts';

export interface Victim extends Registration {
  readonly row: Row;
  readonly statusRows: readonly Row[];
  readonly referrals: readonly Row[];
  readonly recruiters: readonly Row[];
  readonly legs: readonly Row[];
  readonly exploitations: readonly Row[];
  readonly services: readonly Row[];
  readonly reintegration: readonly Row[];
  readonly claims: readonly Row[];
}

export type Counted = CountedDecision<Victim>;

/** What a recount is made from. */
export interface Material extends Surroundings {
  readonly victims: readonly Victim[];
  readonly drafts: number;
  readonly prevented: readonly Row[];
  readonly draftsOfPrevented: number;
}

/** What no row of an export says. */
export interface Surroundings {
  readonly ownCountry: string;
  /** The type of each institution, which the rows name by its code. */
  readonly institutionTypes: ReadonlyMap<string, string>;
  /** Inhabitants in the middle of a year, by the lines of T43. */
  readonly population: ReadonlyMap<number, Readonly<Record<string, number>>>;
  /** The day on which the entry of a record began. */
  readonly entryDays: ReadonlyMap<string, string>;
  /** Who may sign in. */
  readonly accounts: number;
}

const groups = [
  'status_decision',
  'recruiter',
  'journey_leg',
  'exploitation',
  'referral',
  'service',
  'reintegration_entry',
  'compensation_claim',
];

/** Everything that the files of an export say of victims and prevented cases. */
export function readMaterial(folder: string, surroundings: Surroundings): Material {
  const rows = new Map(readRows(folder, 'victim').map((row) => [known(row, 'id'), row]));
  const children = new Map(groups.map((entity) => [entity, rowsByVictim(folder, entity)]));
  const of = (entity: string, id: string): readonly Row[] => children.get(entity)?.get(id) ?? [];
  const all = readRegistrations(folder).map((registration): Victim => {
    const { id } = registration;
    const row = rows.get(id);
    if (!row) throw new Error('a registration without its row');
    return {
      ...registration,
      row,
      statusRows: of('status_decision', id),
      referrals: of('referral', id),
      recruiters: of('recruiter', id),
      legs: of('journey_leg', id),
      exploitations: of('exploitation', id),
      services: of('service', id),
      reintegration: of('reintegration_entry', id),
      claims: of('compensation_claim', id),
    };
  });
  const victims = all.filter(({ isCompleted }) => isCompleted);
  const preventedRows = readRows(folder, 'prevented_case');
  const prevented = preventedRows.filter((row) => known(row, 'completed_revision') !== null);
  return {
    victims,
    drafts: all.length - victims.length,
    prevented,
    draftsOfPrevented: preventedRows.length - prevented.length,
    ...surroundings,
  };
}

export const identifiedIn = (material: Material, period: string): readonly Counted[] =>
  decisionsIn(material.victims, 'formally_identified', period);

export const presumedIn = (material: Material, period: string): readonly Counted[] =>
  decisionsIn(material.victims, 'presumed', period);

export function isDayIn(day: string | null, period: string): day is string {
  const { first, last } = daysOf(period);
  return day !== null && first <= day && day <= last;
}

/** The answer of a victim, null where it is not known. */
export const said = ({ row }: Victim, field: string): string | null => known(row, field);

/** Every answer of a field: one that does not apply is told from one that nobody knows. */
export const answersOf = (victim: Victim, field: string): readonly string[] => answersIn([victim.row], field);

/** The same over several rows: the answers of all of them together. */
export function answersIn(rows: readonly Row[], field: string): readonly string[] {
  const given = rows.flatMap((row) => codes(known(row, field))).filter((code) => code !== '');
  if (given.length > 0) return [...new Set(given)];
  const isApplicable = rows.length === 0 || rows.some((row) => row[field] !== '?not_applicable');
  return [isApplicable ? 'unknown' : 'not_applicable'];
}

/** Columns that tables of persons may have. */
export const columnsOf = ({ day, registration }: Counted): readonly string[] => [
  `sex ${registration.sex ?? 'unknown'}`,
  `age ${ageGroupOf(registration)}`,
  `who ${sexAndAgeOf(registration)}`,
  `year ${day.slice(0, 4)}`,
];

/** The calendar year in which a period ends, as far as the period goes, and the four before it. */
export const fiveYears = (period: string): string => {
  const { last } = daysOf(period);
  return `${Number(last.slice(0, 4)) - 4}-01-01..${last}`;
};

const msPerDay = 86_400_000;
export const dayNumber = (date: string): number => Date.parse(date) / msPerDay;
