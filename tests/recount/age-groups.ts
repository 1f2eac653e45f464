/** The age group of every completed registration worked out again from an export that was not pseudonymised. */
import { known, readRows } from './read-export.ts';

const bands: readonly (readonly [from: number, to: number, band: string])[] = [
  [0, 11, 'a0_11'],
  [12, 14, 'a12_14'],
  [15, 17, 'a15_17'],
  [18, 24, 'a18_24'],
  [25, 34, 'a25_34'],
  [35, 49, 'a35_49'],
  [50, Number.POSITIVE_INFINITY, 'a50_plus'],
];

export interface AgeGroups {
  readonly registrations: number;
  /** Registrations by age group. */
  readonly counts: ReadonlyMap<string, number>;
  readonly differences: readonly string[];
}

/** Compares the age group that the program wrote with the one that the definitions give. */
export function recountAgeGroups(folder: string): AgeGroups {
  const rows = readRows(folder, 'victim').filter((row) => known(row, 'completed_revision') !== null);
  const counts = new Map<string, number>();
  const differences = rows.flatMap((row) => {
    const day =
      known(row, 'identification_date') ?? known(row, 'first_contact_date') ?? known(row, 'registration_date');
    const group = ageGroupOf(
      possibleAges(numberOf(known(row, 'age_at_identification')), numberOf(known(row, 'birth_year')), day),
      known(row, 'age_basis') === 'presumed_child',
    );
    counts.set(group, (counts.get(group) ?? 0) + 1);
    const written = known(row, 'age_group') ?? 'unknown';
    return written === group ? [] : [`${known(row, 'id')}: program ${written}, recount ${group}`];
  });
  return { registrations: rows.length, counts, differences };
}

const numberOf = (cell: string | null): number | null => (cell === null ? null : Number(cell));

/** A year of birth without a day leaves two. */
function possibleAges(age: number | null, birthYear: number | null, day: string | null): readonly number[] {
  if (age !== null) return [age];
  if (birthYear === null || day === null) return [];
  const years = Number(day.slice(0, 4)) - birthYear;
  return [years - 1, years].filter((each) => each >= 0);
}

function ageGroupOf(ages: readonly number[], isPresumedChild: boolean): string {
  const childAges = ages.filter((age) => age < 18);
  if (isPresumedChild || childAges.length > 0) return sharedBand(childAges) ?? 'child_age_unknown';
  return ages.length === 0 ? 'unknown' : (sharedBand(ages) ?? 'adult_age_unknown');
}

function sharedBand(ages: readonly number[]): string | null {
  const found = new Set(ages.map((age) => bands.find(([from, to]) => from <= age && age <= to)?.[2] ?? ''));
  const [only] = found;
  return found.size === 1 && only ? only : null;
}
