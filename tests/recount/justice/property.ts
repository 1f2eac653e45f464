/** Assets, requests abroad and compensation: T40, T41, T31. */
import type { AssetDecision, Case, Claim, Request } from './cases.ts';
import * as codes from './codes.ts';
import { isIn, type Period, quantile, sum } from './days.ts';
import { byCode, type CountedTable, type Lines } from './figures.ts';
import { leadingCases } from './joined-cases.ts';

/** One line of figures for each group of things. */
function perGroup<T>(
  things: readonly T[],
  rows: Readonly<Record<string, (thing: T) => boolean>>,
  line: (group: readonly T[]) => Readonly<Record<string, number | null>>,
): Lines {
  return Object.fromEntries(Object.entries(rows).map(([row, isIt]) => [row, line(things.filter(isIt))]));
}

/** A sum of what is stated; nothing where nobody stated anything. */
function amounts(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null);
  return stated.length === 0 ? null : sum(stated);
}

const percent = (part: number | null, whole: number | null): number | null =>
  part === null || !whole ? null : (part / whole) * 100;

/** T40: decisions on assets by their day, and cases reported in the period whose finances were investigated. */
export function recountT40(cases: readonly Case[], period: Period): CountedTable[] {
  const decisions = cases.flatMap(({ assetDecisions }) => assetDecisions).filter(({ day }) => isIn(day, period));
  const { unknown: _, total: __, ...stages } = byCode<AssetDecision>(codes.assetStages, ({ stage }) => stage);
  const reported = leadingCases(cases).filter((each) => isIn(each.reported, period));
  const answerOf = ({ financialInvestigation }: Case) => financialInvestigation;
  // Of what was used for victims, the amount used; of everything else the value that the decision is about.
  const amountOf = ({ stage, used, value }: AssetDecision) => (stage === 'used_for_victim_compensation' ? used : value);
  const investigated = reported.filter((each) => answerOf(each) === 'yes').length;
  return [
    {
      table: 'T40',
      part: 'decisions',
      unit: 'decision',
      rows: perGroup(decisions, stages, (group) => ({
        decisions: group.length,
        assets: new Set(group.map(({ asset }) => asset)).size,
        value_eur: amounts(group.map(amountOf)),
        value_unknown: group.filter((each) => amountOf(each) === null).length,
      })),
    },
    {
      table: 'T40',
      part: 'financial_investigation',
      unit: 'case',
      rows: {
        ...perGroup(reported, byCode(['yes', 'no'], answerOf), (group) => ({ total: group.length })),
        investigated_percent: { total: percent(investigated, reported.length) },
      },
    },
  ];
}

/** T41: requests by the day on which they were made, and how long the answers took. */
export function recountT41(cases: readonly Case[], period: Period): CountedTable[] {
  const requests = cases.flatMap((each) => each.requests).filter(({ asked }) => isIn(asked, period));
  const countries = [...new Set(requests.flatMap(({ country }) => country ?? []))].toSorted();
  const line = (group: readonly Request[]) => {
    const days = group.flatMap(({ asked, answered }) =>
      asked === null || answered === null ? [] : [answered - asked],
    );
    return {
      requests: group.length,
      answered: days.length,
      quartile_1: quantile(days, 0.25),
      median_days: quantile(days, 0.5),
      quartile_3: quantile(days, 0.75),
    };
  };
  const part = (name: string, rows: Record<string, (request: Request) => boolean>): CountedTable => ({
    table: 'T41',
    part: name,
    unit: 'request',
    rows: perGroup(requests, rows, line),
  });
  return [
    part(
      'type',
      byCode(codes.cooperationTypes, ({ type }) => type),
    ),
    part(
      'country',
      byCode(countries, ({ country }) => country),
    ),
    part(
      'country_group',
      byCode(codes.countryLines, ({ country }) => codes.countryLine(country)),
    ),
  ];
}

/** T31: claims of the cases reported in the period; a claim has no day of its own. */
export function recountT31(cases: readonly Case[], period: Period): CountedTable[] {
  const claims = cases.filter(({ reported }) => isIn(reported, period)).flatMap((each) => each.claims);
  const paidClaims = claims.filter(({ paid }) => (paid ?? 0) > 0);
  const line = (group: readonly Claim[]) => {
    const awarded = amounts(group.map((each) => each.awarded));
    const paid = amounts(group.map((each) => each.paid));
    return {
      claims: group.length,
      claimed_eur: amounts(group.map(({ amount }) => amount)),
      awarded: group.filter((each) => (each.awarded ?? 0) > 0).length,
      awarded_eur: awarded,
      received: group.filter((each) => (each.paid ?? 0) > 0).length,
      received_eur: paid,
      recovered_percent: percent(paid, awarded),
    };
  };
  return [
    {
      table: 'T31',
      part: 'decision',
      unit: 'claim',
      rows: perGroup(
        claims,
        byCode(codes.claimDecisions, ({ decision }) => decision),
        line,
      ),
    },
    { table: 'T31', part: 'kind', unit: 'claim', rows: perGroup(claims, byCode(codes.damageKinds, kindsOf), line) },
    {
      table: 'T31',
      part: 'paid_by',
      unit: 'claim',
      rows: perGroup(
        paidClaims,
        byCode(codes.payers, ({ paidBy }) => paidBy),
        (group) => ({ claims: group.length, received_eur: amounts(group.map(({ paid }) => paid)) }),
      ),
    },
  ];
}

const kindsOf = ({ kinds }: Claim) => kinds;
