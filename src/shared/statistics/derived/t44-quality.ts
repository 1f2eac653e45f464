/** Table T44: the quality of the data, from the figures of the page on data quality. */
import type { Label } from '../../contract/statistics.ts';
import { indexOfKind } from '../../dictionary/registers.ts';
import { entityTextKey, fieldTextKey, sectionTextKey } from '../../dictionary/text-keys.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import { text } from '../catalogue/standard-statistic.ts';
import type { FigureUnit } from '../measures.ts';
import { lateAfterDays } from '../quality/delays.ts';
import type {
  Cell,
  DerivedQuestion,
  DerivedSources,
  DerivedStatistic,
  DerivedTable,
  ShownColumn,
  ShownRow,
} from './derived-statistic.ts';
import { answerCells, delayCells, internalCount, lineCells, recordShare } from './quality-cells.ts';

type Figures = ReturnType<DerivedSources['quality']>;

interface OfEntity {
  readonly register: RegisterKind;
  readonly entity: string;
  readonly figures: Figures;
  readonly office: DerivedSources['office'];
}

/** A row of a table: counts that only the internal view shows, and the figures of both views. */
interface QualityRow {
  readonly key: string;
  readonly label: Label;
  readonly kind?: ShownRow['kind'];
  readonly counts: readonly Cell[];
  readonly figures: readonly Cell[];
}

interface PartDeclaration {
  readonly part: string;
  /** Columns of counts, left out of the public view. */
  readonly counts: readonly string[];
  readonly figures: readonly (readonly [string, FigureUnit])[];
  readonly rows: (of: OfEntity, question: DerivedQuestion) => readonly QualityRow[];
  /** Said of the public view. */
  readonly remark?: Label;
}

const answerFigures = [
  ['filled', 'percent'],
  ['unknownShare', 'percent'],
  ['notAsked', 'percent'],
  ['refused', 'percent'],
] as const;

/** The first line is that of all records together. */
function wholeOf({ figures }: OfEntity): Figures['lines'][number] {
  const [whole] = figures.lines;
  if (!whole) throw new Error('quality without a line of all records');
  return whole;
}

const entityRow = ({ register, entity }: OfEntity): Pick<QualityRow, 'key' | 'label' | 'kind'> => ({
  key: entity,
  label: { text: entityTextKey(register, entity), params: { count: 100 } },
  kind: 'subtotal',
});

const answersOf = (answers: Figures['lines'][number]['all'], question: DerivedQuestion) => ({
  counts: [internalCount(answers.applies.count)],
  figures: answerCells(answers, question),
});

const sections: PartDeclaration = {
  part: 'sections',
  counts: ['applies'],
  figures: answerFigures,
  rows: (of, question) => [
    { ...entityRow(of), ...answersOf(wholeOf(of).all, question) },
    ...of.figures.sections.map(({ section, all }) => ({
      key: `${of.entity}.${section}`,
      label: { text: sectionTextKey(of.register, section) },
      ...answersOf(all, question),
    })),
  ],
};

/** In the order of the dictionary, so that tables of two periods can be laid side by side. */
const fields: PartDeclaration = {
  part: 'fields',
  counts: ['applies'],
  figures: answerFigures,
  rows: (of, question) => {
    const { fields: declared } = indexOfKind(of.register).register;
    const place = (entity: string, id: string) =>
      declared.findIndex((field) => field.entity === entity && field.id === id);
    return [
      { ...entityRow(of), ...answersOf(wholeOf(of).core, question) },
      ...of.figures.fields
        .filter(({ core }) => core)
        .toSorted((a, b) => place(a.entity, a.field) - place(b.entity, b.field))
        .map(({ entity, field: id, answers }) => ({
          key: `${entity}.${id}`,
          // Fields of groups have short labels, several of them the same: the number tells them apart.
          label: {
            ...text('lines.field'),
            params: {
              no: declared[place(entity, id)]?.no ?? '',
              field: fieldTextKey(of.register, { entity, id }, 'label'),
            },
          },
          ...answersOf(answers, question),
        })),
    ];
  },
};

const rules: PartDeclaration = {
  part: 'rules',
  counts: ['open', 'confirmed'],
  figures: [
    ['openShare', 'percent'],
    ['confirmedShare', 'percent'],
  ],
  rows: (of, question) => {
    const { records, open, confirmed } = wholeOf(of);
    const found = (broken: number | null, accepted: number | null) => ({
      counts: [broken, accepted].map((count): Cell => (count === null ? { count, empty: true } : internalCount(count))),
      figures: [recordShare(broken, records, question), recordShare(accepted, records, question)],
    });
    return [
      { ...entityRow(of), ...found(open, confirmed) },
      ...(of.figures.rules ?? [])
        .toSorted((a, b) => a.rule.localeCompare(b.rule, 'en', { numeric: true }))
        .map((rule) => ({
          key: `${of.entity}.${rule.rule}`,
          label: { ...text('lines.rule'), params: { rule: rule.rule } },
          ...found(rule.open, rule.confirmed),
        })),
    ];
  },
};

const delays: PartDeclaration = {
  part: 'delays',
  counts: ['measured', 'before', 'dateUnknown'],
  figures: [
    ['lowerQuartile', 'days'],
    ['median', 'days'],
    ['upperQuartile', 'days'],
    ['lateShare', 'percent'],
    ['imputedShare', 'percent'],
  ],
  rows: (of, question) =>
    wholeOf(of).delays.map((delay) => ({
      key: `${of.entity}.${delay.field}`,
      label: { text: fieldTextKey(of.register, { entity: of.entity, id: delay.field }, 'label') },
      counts: [delay.measured, delay.before, delay.unknown].map(internalCount),
      figures: delayCells(delay, question),
    })),
};

const offices: PartDeclaration = {
  part: 'offices',
  counts: ['records'],
  figures: [
    ['coreFilled', 'percent'],
    ['allFilled', 'percent'],
    ['openShare', 'percent'],
    ['medianDelay', 'days'],
  ],
  remark: text('remarks.officesFolded'),
  rows: (of, question) => {
    const rowOf = (line: Figures['lines'][number]) => ({
      counts: [internalCount(line.records)],
      figures: lineCells(line, question),
    });
    const whole = { ...entityRow(of), ...rowOf(wholeOf(of)) };
    // Published figures judge the register, not the office that a record comes from.
    if (question.view === 'public') return [{ ...whole, kind: 'value' }];
    const lines = of.figures.lines.slice(1).toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
    return [
      whole,
      ...lines.map(({ key, ...line }) => ({
        key: `${of.entity}.${key || 'unknown'}`,
        label: key ? of.office(key) : text('lines.unknown'),
        kind: key ? ('value' as const) : ('unknown' as const),
        ...rowOf({ key, ...line }),
      })),
    ];
  },
};

const parts: readonly PartDeclaration[] = [sections, fields, offices, delays, rules];

/** The words of the page on data quality, where it has them. */
const labels: Readonly<Record<string, Label>> = {
  applies: { text: 'quality:answer.applies' },
  filled: { text: 'quality:head.share' },
  unknownShare: text('lines.unknownShare'),
  notAsked: text('lines.notAskedShare'),
  refused: text('lines.refusedShare'),
  records: { text: 'quality:head.records' },
  coreFilled: { text: 'quality:head.core' },
  allFilled: { text: 'quality:head.all' },
  open: { text: 'quality:head.openRecords' },
  openShare: text('lines.openShare'),
  confirmed: { text: 'quality:head.confirmedRecords' },
  confirmedShare: text('lines.confirmedShare'),
  measured: { text: 'quality:head.measured' },
  before: { text: 'quality:head.before' },
  dateUnknown: { text: 'quality:head.dateUnknown' },
  lowerQuartile: text('lines.lowerQuartile'),
  median: { text: 'quality:head.median' },
  upperQuartile: text('lines.upperQuartile'),
  lateShare: { text: 'quality:head.lateShare', params: { days: lateAfterDays } },
  imputedShare: { text: 'quality:head.imputedShare' },
  medianDelay: { text: 'quality:head.median' },
};

function column(key: string, figure?: FigureUnit): ShownColumn {
  const label = labels[key];
  if (!label) throw new Error(`no words for ${key}`);
  return { key, label, kind: 'value', ...(figure === undefined ? {} : { figure }) };
}

function quality(sources: DerivedSources, question: DerivedQuestion): readonly DerivedTable[] {
  const { register } = sources;
  const declared = Object.keys(indexOfKind(register).register.quality);
  const all = declared.map(
    (entity): OfEntity => ({ register, entity, figures: sources.quality(entity), office: sources.office }),
  );
  const isPublic = question.view === 'public';
  const isJudged = all.every(({ figures }) => figures.rules !== null);
  const records = all.reduce((sum, of) => sum + wholeOf(of).records, 0);
  const draftsLeftOut = all.reduce((sum, { figures }) => sum + figures.draftsLeftOut, 0);
  return parts.map(({ part, counts, figures, rows: rowsOf, remark }) => {
    const rows = all.flatMap((of) => rowsOf(of, question));
    return {
      part,
      rows: rows.map(({ key, label, kind = 'value' }) => ({ key, label, kind })),
      columns: [
        ...(isPublic ? [] : counts.map((key) => column(key))),
        ...figures.map(([key, figure]) => column(key, figure)),
      ],
      cells: rows.map((row) => [...(isPublic ? [] : row.counts), ...row.figures]),
      drawn: figures[part === 'delays' ? 1 : 0]?.[0] ?? '',
      remarks: [
        ...(part === 'rules' && !isJudged ? [text('remarks.notJudged')] : []),
        ...(isPublic && remark ? [remark] : []),
      ],
      records,
      draftsLeftOut,
    };
  });
}

/** Names of the tables of T44. */
export const qualityStatistic = (register: RegisterKind): DerivedStatistic => ({
  id: 'T44',
  register,
  definitionVersion: '1',
  unit: 'completedRecord',
  parts: parts.map(({ part }) => part),
  derive: quality,
});
