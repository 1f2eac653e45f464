/** Who the victims are and how they came to be known: K11, T17, T18, T19, T26. */
import { type CountedTable, count, figuresOf, percentOf } from './counting.ts';
import {
  answersOf,
  type Counted,
  columnsOf,
  fiveYears,
  identifiedIn,
  type Material,
  presumedIn,
  said,
} from './victims.ts';

/** K11: of those of whom it is known, the share that had been trafficked more than once. */
export function recountK11(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const answer = ({ registration }: Counted): readonly string[] => [said(registration, 're_trafficked') ?? 'unknown'];
  const figures = count(identified, answer, columnsOf);
  const columns = new Set(identified.flatMap(columnsOf)).add('total');
  const shares = [...columns].map((column): [string, number | null] => {
    const [yes, no] = ['yes', 'no'].map((row) => figures.get(`${row} / ${column}`) ?? 0);
    return [column, percentOf(yes ?? 0, (yes ?? 0) + (no ?? 0))];
  });
  return [
    { table: 'K11', part: '', figures },
    { table: 'K11', part: 'share', figures: figuresOf({ share: Object.fromEntries(shares) }) },
  ];
}

const regional = 'ALB BIH BGR HRV XKX MKD MDA MNE ROU SRB'.split(' ');
const union =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(
    ' ',
  );

/** own, regional, other_eu or other; a country belongs to the first that holds. */
export function groupOfCountry(country: string, own: string): string {
  if (country === own) return 'own';
  if (regional.includes(country)) return 'regional';
  return union.includes(country) ? 'other_eu' : 'other';
}

/** The ten territories by name, the others together. */
export function lineOfCountry(country: string): string {
  if (regional.includes(country)) return country;
  return union.includes(country) ? 'otherEu' : 'otherCountry';
}

/** The first of several citizenships. */
export const mainCitizenship = ({ registration }: Counted): string | null =>
  answersOf(registration, 'citizenship').find((each) => each !== 'unknown' && each !== 'not_applicable') ?? null;

export function recountT17(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const rowsOf = (each: Counted): readonly string[] => {
    const country = mainCitizenship(each);
    return country === null
      ? ['unknown']
      : [lineOfCountry(country), `group ${groupOfCountry(country, material.ownCountry)}`];
  };
  return [{ table: 'T17', part: '', figures: count(identified, rowsOf, columnsOf) }];
}

/** T18: the type of the body that registered, for both stages by the day of its own decision. */
export function recountT18(material: Material, period: string): CountedTable[] {
  const typeOf = ({ registration }: Counted): readonly string[] => {
    const institution = said(registration, 'reporting_institution');
    return [(institution === null ? null : material.institutionTypes.get(institution)) ?? 'unknown'];
  };
  return [
    { table: 'T18', part: 'identified', figures: count(identifiedIn(material, period), typeOf, columnsOf) },
    { table: 'T18', part: 'presumed', figures: count(presumedIn(material, period), typeOf, columnsOf) },
  ];
}

/** T19: internal and cross-border by year, and the share of internal among both. */
export function recountT19(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, fiveYears(period));
  const scope = ({ registration }: Counted): readonly string[] => [
    said(registration, 'trafficking_scope') ?? 'unknown',
  ];
  const figures = count(identified, scope, columnsOf);
  return [
    { table: 'T19', part: '', figures },
    {
      table: 'T19',
      part: 'share',
      figures: shareByColumn(identified, figures, ['internal'], ['internal', 'cross_border']),
    },
  ];
}

/** What part the one rows are of the others, in every column. */
export function shareByColumn(
  things: readonly Counted[],
  figures: ReadonlyMap<string, number | null>,
  part: readonly string[],
  whole: readonly string[],
): ReadonlyMap<string, number | null> {
  const sum = (rows: readonly string[], column: string) =>
    rows.reduce((so, row) => so + (figures.get(`${row} / ${column}`) ?? 0), 0);
  const columns = [...new Set(things.flatMap(columnsOf)).add('total')];
  return figuresOf({
    share: Object.fromEntries(columns.map((column) => [column, percentOf(sum(part, column), sum(whole, column))])),
  });
}

/** Whose work it was that noticed her: with the text alone social workers, health, school and asylum were left out. */
const proactive = [
  'police_operation',
  'border_check',
  'labour_inspection',
  'social_worker',
  'health_worker',
  'teacher',
  'ngo_outreach',
  'asylum_procedure',
];
const reactive = ['self_report', 'helpline', 'family_report', 'client'];

/** T26: who noticed them first, and the share that was found by looking. */
export function recountT26(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, fiveYears(period));
  const channel = ({ registration }: Counted): readonly string[] => {
    const code = said(registration, 'first_detected_by');
    if (code === null) return ['unknown'];
    if (proactive.includes(code)) return [code, 'proactive'];
    return [code, reactive.includes(code) ? 'reactive' : 'elsewhere'];
  };
  const figures = count(identified, channel, columnsOf);
  const share = shareByColumn(identified, figures, ['proactive'], ['proactive', 'reactive', 'elsewhere']);
  return [
    { table: 'T26', part: '', figures },
    { table: 'T26', part: 'share', figures: share },
  ];
}
