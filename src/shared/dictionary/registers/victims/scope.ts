import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { RecordContent } from '../../../records/record.ts';

/** Countries of recruitment, of every leg and of every exploitation; `isWhole` where each of them is known. */
export function countriesOfTrafficking(content: RecordContent): {
  readonly countries: ReadonlySet<string>;
  readonly isWhole: boolean;
} {
  const stated = [
    textOf(content.values, 'recruitment_country'),
    ...rowsOf(content, 'journey_leg').flatMap(({ values }) => [
      textOf(values, 'leg_from_country'),
      textOf(values, 'leg_to_country'),
    ]),
    ...rowsOf(content, 'exploitation').map(({ values }) => textOf(values, 'exploitation_country')),
  ];
  const countries = stated.filter((country) => country !== undefined);
  return {
    countries: new Set(countries),
    isWhole: countries.length === stated.length,
  };
}

/** Code of PREVID: cross-border where two countries differ, internal where all are known and equal, not yet where nobody was exploited. */
export function traffickingScope(content: RecordContent): string | undefined {
  const { countries, isWhole } = countriesOfTrafficking(content);
  if (countries.size > 1) return 'cross_border';
  if (textOf(content.values, 'exploitation_stage') === 'not_yet_exploited') return 'not_yet';
  return countries.size === 1 && isWhole ? 'internal' : undefined;
}
