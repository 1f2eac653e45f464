/** Lines of countries that tables of every register share; which lines there are never depends on the records. */
import { citizenshipGroups, countryClasses } from '../../dictionary/reference-lists/country.ts';
import { type Line, text } from './standard-statistic.ts';

/** Own country, the region, other members of the Union, others (T17). */
export const citizenshipLines: readonly Line[] = citizenshipGroups.map((group) => ({
  key: group,
  label: text(`lines.from_${group}`),
  kind: 'value',
}));

export const ownCountryLine: Line = { key: 'own', label: text('lines.from_own'), kind: 'value' };
export const otherEuLine: Line = { key: 'otherEu', label: text('lines.otherEu'), kind: 'value' };

const classTexts = ['otherEu', 'otherCountry'];

/** The territories of the programme by name; other members of the Union and other countries together. */
export const countryLines: readonly Line[] = countryClasses.map((code) => ({
  key: code,
  label: classTexts.includes(code) ? text(`lines.${code}`) : { list: 'COUNTRY', code },
  kind: 'value',
}));
