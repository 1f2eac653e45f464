/** Victims offered a service: final indicator K12. */
import { services as serviceTypes } from '../../../dictionary/code-lists/assistance.ts';
import { type Counting, isEnteredBefore, livingRows } from '../../counting.ts';
import { firstCode, notApplicable } from '../../store/codebook.ts';
import { answerAt, isDay } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { byTwoFields } from '../classify.ts';
import { allOf, codeLines, totalOf, unknownLine } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { line, ofIdentified, stageAxis } from './words.ts';

/** Distinct persons of whom a service of the type, or any, began in the period; in the registration of the first. */
const served = (key: string, type?: string): Counting => ({
  key,
  during: (store, { fromDay, toDay }) => {
    const { start, count } = store.groupRows('service');
    const { codebook, values } = store.code('service', 'service_type');
    const { earliest } = store.date('service', 'service_start');
    const person = store.code('victim', 'victim_code').values;
    const wanted = type === undefined ? undefined : codebook.numberOf(type);
    const firstOf = new Map<number, { readonly row: number; readonly day: number }>();
    for (const row of livingRows(store, 'victim')) {
      const code = person.at(row);
      // Without a code a registration is a person of its own.
      const mark = code < firstCode ? -1 - row : code;
      for (let at = start.at(row); at < start.at(row) + count.at(row); at++) {
        const day = earliest.at(at);
        if (!isDay(day) || day < fromDay || day > toDay) continue;
        if (wanted !== undefined && values.at(at) !== wanted) continue;
        const other = firstOf.get(mark);
        const isFirst = !other || day < other.day || (day === other.day && isEnteredBefore(store, row, other.row));
        if (isFirst) firstOf.set(mark, { row, day });
      }
    }
    return [...firstOf.values()].map(({ row }) => row);
  },
});

const serviceLines = codeLines(serviceTypes);

const byService: StatisticPart = {
  part: 'services',
  unit: 'servedVictim',
  stages: [...serviceLines.map(({ key }) => served(key, key)), served('total')],
  rows: { ...stageAxis('service', [...serviceLines, allOf('tables:lines.persons')]), several: true },
  columns: victimAxes.childOrAdult,
  counted: ['total', 'total'],
  percentOf: 'total',
  unknown: [],
};

function offerAxis(): Axis {
  const offered: readonly Line[] = [
    line('accepted'),
    line('acceptedPartly'),
    line('declined'),
    line('answerUnknown', 'unknown'),
  ];
  const sum: Line = { ...line('offered', 'subtotal'), of: offered.map(({ key }) => key) };
  const others = [line('notOffered'), unknownLine];
  const lines = [...offered, sum, ...others, totalOf([sum, ...others])];
  const answers: Readonly<Record<string, string>> = { yes: 'accepted', partly: 'acceptedPartly', no: 'declined' };
  const lineOf = (wasOffered: string | undefined, answer: string | undefined): string => {
    if (wasOffered === undefined) return 'unknown';
    return wasOffered === 'no' ? 'notOffered' : (answers[answer ?? ''] ?? 'answerUnknown');
  };
  return {
    dimension: 'assistance',
    lines,
    classify: byTwoFields('assistance_offered', 'assistance_accepted', lines, lineOf),
  };
}

const claimed = ['received', 'awarded', 'claimed'] as const;

/** How far the best of her claims has come. */
function furthestClaim(store: ColumnStore): (row: number) => (typeof claimed)[number] {
  const { start, count } = store.groupRows('compensation_claim');
  const [received, awarded] = (['compensation_received', 'compensation_awarded'] as const).map((field) => {
    const column = store.number('compensation_claim', field);
    return (row: number): boolean => {
      for (let at = start.at(row); at < start.at(row) + count.at(row); at++) {
        if (answerAt(column, at) === firstCode && column.values.at(at) > 0) return true;
      }
      return false;
    };
  });
  return (row) => (received?.(row) ? 'received' : awarded?.(row) ? 'awarded' : 'claimed');
}

function compensationAxis(): Axis {
  const steps = claimed.map((key) => line(key, 'value', `compensation_${key}`));
  const leaves = [...steps, line('notClaimed'), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  const at = (key: string): number => leaves.findIndex((each) => each.key === key);
  return {
    dimension: 'compensation',
    lines,
    classify: (store, { rows }) => {
      const { codebook, values } = store.code('victim', 'compensation_claimed');
      const furthest = furthestClaim(store);
      const [yes, no, unknown] = [codebook.numberOf('yes'), codebook.numberOf('no'), at('unknown')];
      return {
        several: false,
        size: leaves.length,
        categoryOf: (unit) => {
          const row = rows[unit] as number;
          const answer = values.at(row);
          if (answer === yes) return at(furthest(row));
          // Who could not claim has not claimed.
          return answer === no || answer === notApplicable ? at('notClaimed') : unknown;
        },
      };
    },
  };
}

export const services: readonly StatisticPart[] = [
  byService,
  ofIdentified({ part: 'offer', rows: offerAxis() }),
  ofIdentified({ part: 'compensation', rows: compensationAxis() }),
];
