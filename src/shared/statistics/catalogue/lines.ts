/** Lines that tables of every register share. */
import { ageGroups } from '../../dictionary/code-lists/general.ts';
import type { CodeListDeclaration } from '../../dictionary/vocabulary.ts';
import { type Line, text } from './standard-statistic.ts';

export const unknownLine: Line = { key: 'unknown', label: text('lines.unknown'), kind: 'unknown' };

export const codeLines = (list: CodeListDeclaration): readonly Line[] =>
  list.codes.map(({ code }) => ({ key: code, label: { list: list.id, code }, kind: 'value' }));

/** Of the keys of lines their sum: everything that is counted. */
export const totalOf = (of: readonly Line[]): Line => ({
  key: 'total',
  label: text('lines.total'),
  kind: 'total',
  of: of.map(({ key }) => key),
});

/** All units where one may stand in several lines: counted itself, since the lines do not add up to it. */
export const allOf = (label: string): Line => ({ key: 'total', label: { text: label }, kind: 'total' });

export const ageBands = (group: 'child' | 'adult'): readonly Line[] =>
  ageGroups.codes
    .filter((code) => code.group === group)
    .map(({ code }) => ({ key: code, label: text(`bands.${code}`), kind: 'value' }));

export const childOrAdult = (key: 'child' | 'adult', of: readonly Line[]): Line => ({
  key,
  label: text(`lines.${key}`),
  kind: 'subtotal',
  of: of.map((line) => line.key),
});

const groups = new Map<string, string>(ageGroups.codes.map(({ code, group }) => [code, group]));

/** child, adult or unknown. */
export const groupOfAge = (code: string): string | undefined => groups.get(code);

const keysOfAgeAndSex: Readonly<Record<string, string>> = {
  'child female': 'girls',
  'child male': 'boys',
  'adult female': 'women',
  'adult male': 'men',
};

/** Girls, boys, women, men; any other sex of known age; unknown where sex or age is. */
export const ageAndSexLines: readonly Line[] = [
  ...['girls', 'boys', 'women', 'men', 'otherSex'].map(
    (key): Line => ({ key, label: text(`lines.${key}`), kind: 'value' }),
  ),
  { key: 'unknown', label: text('lines.sexOrAgeUnknown'), kind: 'unknown' },
];

/** The line of an age class and a sex. */
export function lineOfAgeAndSex(age: string | undefined, sex: string | undefined): string {
  const group = age === undefined ? 'unknown' : (groups.get(age) ?? 'unknown');
  if (group === 'unknown' || sex === undefined) return 'unknown';
  return keysOfAgeAndSex[`${group} ${sex}`] ?? 'otherSex';
}
