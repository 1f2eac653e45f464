/** Twenty-five tables over the records of victims: one to four dimensions, filters, several answers, means. */
import type { DesignDimension, DesignFilter, DesignMeasure, TableDesign } from '#shared/contract/table-design.ts';

const entity = 'victim';

/** A field, or a date by year, or a number by the classes of the dictionary. */
function dimension(field: string): DesignDimension {
  const [name = '', by = 'value'] = field.split(' by ');
  return { entity, field: name, by: by as DesignDimension['by'] };
}

interface Asked {
  readonly rows: readonly string[];
  readonly columns?: readonly string[];
  readonly layer?: string;
  readonly filters?: readonly DesignFilter[];
  readonly measure?: DesignMeasure;
}

const table = ({ rows, columns = [], layer, filters = [], measure = { of: 'count' } }: Asked): TableDesign => ({
  unit: { by: 'row', entity, day: { entity, field: 'registration_date' } },
  rows: rows.map(dimension),
  columns: columns.map(dimension),
  layer: layer === undefined ? null : dimension(layer),
  filters: [...filters],
  measure,
  chart: null,
});

const of = (field: string, ...anyOf: string[]): DesignFilter => ({ kind: 'codes', entity, field, anyOf });
const mean = (field: string): DesignMeasure => ({ of: 'mean', quantity: { from: 'number', entity, field } });
const women = of('sex', 'female');
const fromRegion = of('recruitment_country', 'ALB', 'XKX', 'MKD', 'SRB', 'MNE', 'BIH', 'BGR', 'ROU', 'MDA', 'HRV');
const youngAdults: DesignFilter = { kind: 'number', entity, field: 'age_at_identification', from: 18, to: 30 };
const newer: DesignFilter = { kind: 'period', entity, field: 'registration_date', from: '2022-01-01', to: null };
const waiting: DesignMeasure = {
  of: 'mean',
  quantity: {
    from: 'dates',
    start: { entity, field: 'first_contact_date' },
    end: { entity, field: 'identification_date' },
  },
};

export const designs: readonly TableDesign[] = [
  table({ rows: ['sex'] }),
  table({ rows: ['exploitation_main_form'] }),
  table({ rows: ['age_at_identification by class'] }),
  table({ rows: ['sex'], columns: ['age_group'] }),
  table({ rows: ['exploitation_main_form'], columns: ['sex'] }),
  table({ rows: ['recruitment_country'], columns: ['sex'] }),
  table({ rows: ['registration_date by year'], columns: ['sex'] }),
  table({ rows: ['registration_date by year'], columns: ['trafficking_scope'] }),
  table({ rows: ['education_level'], columns: ['employment_before'] }),
  table({ rows: ['migration_status_at_id'], columns: ['residence_permit'] }),
  table({ rows: ['first_detected_by'], columns: ['registration_date by year'] }),
  table({ rows: ['recruitment_country'], columns: ['promised_destination'] }),
  table({ rows: ['sex', 'age_group'], columns: ['exploitation_main_form'] }),
  table({ rows: ['marital_status', 'education_level'], columns: ['lived_with'] }),
  table({ rows: ['sex', 'age_group'], columns: ['exploitation_main_form'], layer: 'registration_date by year' }),
  table({ rows: ['trafficking_scope', 'sex'], columns: ['age_group', 'exploitation_main_form'] }),
  table({ rows: ['age_group'], columns: ['exploitation_main_form'], filters: [women] }),
  table({ rows: ['exploitation_main_form'], columns: ['sex'], filters: [youngAdults, newer] }),
  table({ rows: ['trafficking_scope'], columns: ['age_group'], filters: [fromRegion, women] }),
  table({ rows: ['means'] }),
  table({ rows: ['recruitment_method'], columns: ['sex'] }),
  table({ rows: ['vulnerability_factors'], columns: ['age_group'], filters: [women] }),
  table({ rows: ['exploitation_main_form'], columns: ['sex'], measure: mean('age_at_identification') }),
  table({ rows: ['recruitment_country'], measure: mean('children_count') }),
  table({ rows: ['first_detected_by'], columns: ['sex'], measure: waiting }),
];

const nameOf = ({ field, by }: DesignDimension): string => (by === 'value' ? field : `${field} by ${by}`);

/** What a table shows, in a line of the report. */
export function nameOfDesign({ rows, columns, layer, filters, measure }: TableDesign): string {
  const of = [...rows, ...columns, ...(layer ? [layer] : [])].map(nameOf).join(' × ');
  const what =
    'quantity' in measure ? `mean ${measure.quantity.from === 'dates' ? 'days' : measure.quantity.field}: ` : '';
  const narrowed = filters.length === 0 ? '' : `, where ${filters.map(({ field }) => field).join(' and ')}`;
  return `${what}${of}${narrowed}`;
}
