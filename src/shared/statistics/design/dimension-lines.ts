/** The lines that a dimension of a design makes, and the line of each key number. */
import type { PlainLabel } from '../../contract/statistics.ts';
import type { DesignDimension } from '../../contract/table-design.ts';
import { citizenshipGroup, citizenshipGroups } from '../../dictionary/reference-lists/country.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import type { LineKind } from '../catalogue/standard-statistic.ts';
import { firstCode, notApplicable } from '../store/codebook.ts';
import type { DesignableField } from './design-fields.ts';
import { countedCodeLabel } from './design-labels.ts';
import type { Keys } from './keys.ts';

export interface DesignLine {
  readonly key: string;
  readonly label: PlainLabel;
  readonly kind: LineKind;
}

export interface DesignLines {
  /** In order; `unknown` is always there, and last. */
  readonly lines: readonly DesignLine[];
  /** How many of them are answers; they stand first. */
  readonly answers: number;
  /** Line by key number; `firstCode - 1` numbers say why there is no answer, the one after the last that there is no row. */
  readonly lineOf: Int32Array;
}

/** Lines of codes that the installation keeps or that follow from dates are learnt from what was counted. */
export interface Counted {
  /** How many units have each key number. */
  readonly units: Float64Array;
  /** Public view: fewer units than this never make a line of their own. null: every one does. */
  readonly threshold: number | null;
}

export interface LinesAsked {
  readonly kind: RegisterKind;
  readonly dimension: DesignDimension;
  readonly field: DesignableField;
  readonly bounds: readonly number[];
  readonly keys: Keys;
  /** Of what kind an entry of a reference list is. */
  readonly kindOf: (list: string, code: string) => string | undefined;
  /** Country of the register. */
  readonly country: string;
  /** Keys that are possible because of the period, where the dimension is the day that counts. */
  readonly inPeriod: readonly string[] | null;
  /** The units may have no row in which the answer would stand. */
  readonly mayHaveNone: boolean;
  /** Keys of the lines that the table had when it went out; without it they are found. */
  readonly known?: readonly string[];
}

const mostLinesOfPeriod = 60;
const reasons: readonly string[] = ['unknown', 'not_applicable'];
/** Lines that are no answers of their own. */
const others: readonly string[] = [...reasons, 'none', 'folded'];

/** Fixed lines where the dictionary or the period gives them; else null, and what was counted decides. */
function fixedKeys({ dimension, field, bounds, inPeriod }: LinesAsked): readonly string[] | null {
  if (dimension.by === 'class') return bounds.map(String);
  if (dimension.by === 'kind') return field.kinds?.codes ?? [];
  if (dimension.by === 'group')
    return field.list === 'COUNTRY' ? citizenshipGroups : [...new Set(field.groups.values())];
  if (dimension.by === 'value') return field.codes;
  return inPeriod !== null && inPeriod.length <= mostLinesOfPeriod ? inPeriod : null;
}

/** Whether the lines depend on what was counted. */
export const areLearnt = (asked: LinesAsked): boolean => asked.known === undefined && fixedKeys(asked) === null;

/** Lines and their numbers; `counted` is looked at only where the lines are learnt. */
export function linesOf(asked: LinesAsked, counted: Counted): DesignLines {
  const { field, keys, mayHaveNone, known } = asked;
  const fixed = known?.filter((key) => !others.includes(key)) ?? fixedKeys(asked);
  const isFolded = known ? known.includes('folded') : fixed === null && counted.threshold !== null;
  const found = (fixed ?? learnt(asked, counted)).filter((key) => !reasons.includes(key));
  const lines: DesignLine[] = found.map((key) => ({ key, label: labelOf(asked, key), kind: 'value' }));
  const add = (key: string, kind: LineKind): number => lines.push({ key, label: word(key), kind }) - 1;
  const index = new Map(found.map((key, at) => [key, at]));
  const folded = isFolded ? add('folded', 'value') : undefined;
  const answers = lines.length;
  const inapplicable = field.mayNotApply ? add('not_applicable', 'unknown') : undefined;
  const none = mayHaveNone ? add('none', 'unknown') : undefined;
  const unknown = add('unknown', 'unknown');

  const lineOf = new Int32Array(keys.size + 1).fill(unknown);
  lineOf[notApplicable] = inapplicable ?? unknown;
  for (let number = firstCode; number < keys.size; number++) {
    const key = groupKey(asked, keys.keyOf(number) ?? 'unknown');
    const rest = key === 'not_applicable' ? (inapplicable ?? unknown) : (folded ?? unknown);
    lineOf[number] = index.get(key) ?? (key === 'unknown' ? unknown : rest);
  }
  lineOf[keys.size] = none ?? unknown;
  return { lines, answers, lineOf };
}

function learnt({ keys }: LinesAsked, { units, threshold }: Counted): readonly string[] {
  const found: string[] = [];
  for (let number = firstCode; number < keys.size; number++) {
    const many = units[number] ?? 0;
    const key = keys.keyOf(number);
    if (key !== undefined && many > 0 && many >= (threshold ?? 0)) found.push(key);
  }
  return found.sort();
}

/** The key that a code is counted under. */
function groupKey({ dimension, field, country, kindOf }: LinesAsked, key: string): string {
  if (reasons.includes(key)) return key;
  if (dimension.by === 'kind') return (field.list && kindOf(field.list, key)) ?? 'unknown';
  if (dimension.by !== 'group') return key;
  return field.list === 'COUNTRY' ? citizenshipGroup(key, country) : (field.groups.get(key) ?? 'unknown');
}

const word = (key: string): PlainLabel => ({
  text: key === 'unknown' ? 'tables:lines.unknown' : `design:lines.${key}`,
});

function labelOf({ kind, dimension, field, bounds }: LinesAsked, key: string): PlainLabel {
  const { by } = dimension;
  if (by === 'class') return classLabel(bounds, Number(key));
  if (by === 'group') return { text: `design:groups.${field.list === 'COUNTRY' ? 'country' : 'code'}.${key}` };
  if (by === 'kind') return { list: field.kinds?.list ?? '', code: key };
  if (by === 'value') {
    if (field.list !== null) return { list: field.list, code: key };
    return countedCodeLabel(kind, key);
  }
  return calendarLabel(key);
}

/** 12–14, 50 and over, or a single number. */
function classLabel(bounds: readonly number[], from: number): PlainLabel {
  const next = bounds[bounds.indexOf(from) + 1];
  if (next === undefined) return { text: 'design:class.over', params: { from } };
  if (!Number.isInteger(from) || !Number.isInteger(next))
    return { text: 'design:class.toUnder', params: { from, next } };
  return next - from === 1
    ? { text: 'design:class.single', params: { from } }
    : { text: 'design:class.range', params: { from, to: next - 1 } };
}

function calendarLabel(key: string): PlainLabel {
  const [year = '', part] = key.split('-');
  if (part === undefined) return { text: 'design:calendar.year', params: { year } };
  if (part.startsWith('H')) return { text: `design:calendar.half${part.slice(1)}`, params: { year } };
  return { text: 'design:calendar.month', params: { year, month: part } };
}
