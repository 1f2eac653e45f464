/** Cases that were joined stand for one case. */
import type { Case } from './cases.ts';
import { courseOfCase } from './course.ts';
import { earliest, latest } from './days.ts';
import { concernsTrafficking } from './finality.ts';

export interface JoinedCase {
  readonly cases: readonly Case[];
  /** The earliest report. */
  readonly reported: number | null;
  /** The last end; null while one of them is open, or where a day is not known. */
  readonly ended: number | null;
}

/** Every case once; those that name each other, over any number of steps, together. A number of no record joins nothing. */
export function joinCases(cases: readonly Case[]): readonly JoinedCase[] {
  const leaders = new Map(cases.map((each) => [each, each]));
  const leaderOf = (each: Case): Case => {
    const leader = leaders.get(each) ?? each;
    return leader === each ? each : leaderOf(leader);
  };
  const byNumber = new Map(cases.flatMap((each) => (each.number === null ? [] : [[each.number, each] as const])));
  for (const each of cases) {
    const other = each.joinedTo === null ? undefined : byNumber.get(each.joinedTo);
    if (other) leaders.set(leaderOf(each), leaderOf(other));
  }
  return [...Map.groupBy(cases, leaderOf).values()].map((members) => {
    const ends = members.map((member) => courseOfCase(member).ended);
    const reported = earliest(members.map((member) => member.reported));
    // Nothing ends before it came in, whatever days were entered.
    return { cases: members, reported, ended: ends.includes(null) ? null : latest([...ends, reported]) };
  });
}

/** Left out are cases in which everybody is charged, and nobody with trafficking. */
export function concernsTraffickingCase({ cases }: JoinedCase): boolean {
  const defendants = cases.flatMap((each) => each.defendants);
  return defendants.length === 0 || defendants.some(concernsTrafficking);
}
