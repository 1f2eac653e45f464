/** The report on data quality for spreadsheets: what it is, then each table with keys and labels side by side. */
import { stringify } from 'csv-stringify/sync';
import type { Answers, QualityTable } from '#shared/contract/quality.ts';
import { type AnswerKind, answerKinds } from '#shared/contract/quality-filter.ts';
import { answerTextKey, entityTextKey } from '#shared/dictionary/text-keys.ts';
import { lateAfterDays } from '#shared/statistics/quality/delays.ts';
import { neutralise } from '../exchange/neutralise.ts';
import type { QualityNames } from './quality-names.ts';
import type { Writing } from './writing.ts';

type Cell = string | number | null;

const columns: readonly AnswerKind[] = answerKinds.filter((kind) => kind !== 'gap');
const cellsOf = (answers: Answers): Cell[] => columns.flatMap((kind) => [answers[kind].count, answers[kind].records]);

/** CSV with every figure of the screen; a nought is 0 and what is not known stays empty. */
export function qualityCsv(writing: Writing, table: QualityTable, names: QualityNames): string {
  const lines = [
    ...about(writing, table),
    ...lineRows(writing, table, names),
    ...fieldRows(writing, table, names),
    ...sectionRows(writing, table, names),
    ...delayRows(writing, table, names),
    ...ruleRows(writing, table, names),
  ].map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell === null ? '' : String(cell))),
  );
  // The byte order mark makes spreadsheets read the letters of all six languages.
  return `\uFEFF${stringify(lines, { record_delimiter: 'windows', delimiter: ';', quoted_string: true })}`;
}

function about({ t, register }: Writing, table: QualityTable): Cell[][] {
  const { period, by, line, draftsLeftOut, changeNumber, extractedAt, digest, seal } = table;
  return [
    [table.id, t('quality:subtitle', { entity: t(entityTextKey(register.kind, table.entity), { count: 100 }) })],
    ['notice', t('print:internalNotice')],
    ...(by === 'officer' ? [['staff', t('quality:staff')]] : []),
    ...(table.scope === 'own' ? [['scope', t('quality:ownOnly')]] : []),
    ['institution', register.institution, register.office],
    ['period', period === null ? t('quality:print.wholeRegister') : `${period.from}..${period.to}`],
    ['line', by, line],
    ['drafts', draftsLeftOut],
    ['extracted', extractedAt],
    ['change', changeNumber],
    ['seal', seal.entry, seal.mark],
    ['digest', digest],
  ];
}

/** Count and records of each answer have a column each. */
const answerHeads = ({ t }: Writing): { keys: Cell[]; labels: Cell[] } => ({
  keys: columns.flatMap((kind) => [kind, `${kind}.records`]),
  labels: columns.flatMap((kind) => [
    t(answerTextKey(kind)),
    `${t(answerTextKey(kind))}: ${t('quality:head.records')}`,
  ]),
});

function lineRows(writing: Writing, table: QualityTable, names: QualityNames): Cell[][] {
  const { by } = table;
  if (by === null) return [];
  const { t } = writing;
  const heads = answerHeads(writing);
  const ofCore = heads.labels.map((label) => `${t('quality:core')}: ${label}`);
  return [
    [],
    ['lines', t(`quality:titles.lines.${by}`)],
    ['key', '', 'records', 'gaps', 'open', 'confirmed', ...heads.keys.map((key) => `core.${key}`), ...heads.keys],
    [
      '',
      t(`quality:by.${by}`),
      t('quality:head.records'),
      t('quality:head.gaps'),
      t('quality:head.open'),
      t('quality:head.confirmed'),
      ...ofCore,
      ...heads.labels,
    ],
    ...table.lines.map((line) => [
      line.key ?? '*',
      names.line(by, line),
      line.records,
      line.core.gap.records,
      line.open,
      line.confirmed,
      ...cellsOf(line.core),
      ...cellsOf(line.all),
    ]),
    ...yearRows(writing, table, names, by),
  ];
}

function yearRows(
  { t }: Writing,
  { years, lines }: QualityTable,
  names: QualityNames,
  by: NonNullable<QualityTable['by']>,
): Cell[][] {
  if (years === null) return [];
  return [
    [],
    ['years', t('quality:titles.years')],
    ['key', '', ...years.years.flatMap((year) => [`${year}.records`, `${year}.applies`, `${year}.filled`])],
    ...lines
      .slice(1)
      .map((line, at) => [
        line.key,
        names.line(by, line),
        ...(years.cells[at] ?? []).flatMap(({ records, applies, filled }) => [records, applies, filled]),
      ]),
  ];
}

function fieldRows(writing: Writing, table: QualityTable, names: QualityNames): Cell[][] {
  const { t } = writing;
  const heads = answerHeads(writing);
  return [
    [],
    ['fields', t('quality:titles.fields')],
    ['field', '', 'no', 'section', 'core', ...heads.keys],
    ['', t('quality:head.field'), '', t('quality:head.section'), '', ...heads.labels],
    ...table.fields.map(({ entity, field, section, core, answers }) => [
      `${entity}.${field}`,
      names.field(field),
      names.fieldNo(field),
      names.section(section),
      core ? t('quality:core') : '',
      ...cellsOf(answers),
    ]),
  ];
}

function sectionRows(writing: Writing, table: QualityTable, names: QualityNames): Cell[][] {
  const { t } = writing;
  const heads = answerHeads(writing);
  return [
    [],
    ['sections', t('quality:titles.sections')],
    ['section', '', 'core.applies', 'core.filled', 'gaps', ...heads.keys],
    ...table.sections.map(({ section, core, all }) => [
      section,
      names.section(section),
      core.applies.count,
      core.filled.count,
      core.gap.records,
      ...cellsOf(all),
    ]),
  ];
}

function delayRows({ t }: Writing, { by, lines }: QualityTable, names: QualityNames): Cell[][] {
  const rows = lines.flatMap((line) =>
    line.delays.map((delay): Cell[] => [
      delay.field,
      names.field(delay.field),
      line.key ?? '*',
      by === null ? '' : names.line(by, line),
      delay.median,
      delay.lowerQuartile,
      delay.upperQuartile,
      delay.measured,
      delay.late,
      delay.imputed,
      delay.before,
      delay.unknown,
    ]),
  );
  const limit = { days: lateAfterDays };
  return [
    [],
    ['delays', t('quality:titles.delays')],
    ['field', '', 'key', '', 'median', 'lower', 'upper', 'measured', 'late', 'imputed', 'before', 'unknown'],
    [
      '',
      t('quality:head.field'),
      '',
      by === null ? '' : t(`quality:by.${by}`),
      t('quality:head.median'),
      '25 %',
      '75 %',
      t('quality:head.measured'),
      t('quality:head.late', limit),
      t('quality:head.imputed'),
      t('quality:head.before'),
      t('quality:head.dateUnknown'),
    ],
    ...rows,
  ];
}

function ruleRows({ t }: Writing, { rules }: QualityTable, names: QualityNames): Cell[][] {
  const title = ['rules', t('quality:titles.rules')];
  if (rules === null) return [[], title, ['', t('quality:judge.needed')]];
  return [
    [],
    title,
    ['rule', '', 'level', 'open', 'confirmed'],
    [
      '',
      t('quality:head.rule'),
      t('quality:head.level'),
      t('quality:head.openRecords'),
      t('quality:head.confirmedRecords'),
    ],
    ...rules.map(({ rule, parts, level, open, confirmed }) => [
      rule,
      parts.map((part) => names.rule(rule, part)).join(' '),
      t(`print:dictionary.levels.${level}`),
      open,
      confirmed,
    ]),
  ];
}
