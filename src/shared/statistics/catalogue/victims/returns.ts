/** T30: where victims went, how they have settled since, and who was trafficked again. */
import { reintegrationStatuses, returnTypes, returnTypesWithTravel } from '../../../dictionary/code-lists/return.ts';
import { citizenshipGroup } from '../../../dictionary/reference-lists/country.ts';
import { addMonths } from '../../../records/partial-date.ts';
import { personsOf } from '../../counted-decisions.ts';
import { isDay } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { citizenshipLines } from '../countries.ts';
import { codeLines } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { newestReintegration } from './assistance-funnel.ts';
import { identified } from './decided.ts';
import { codeIn, doesNotApply, type Fact, rowsIn } from './facts.ts';
import { factAxis, line, lineAside, onePersonColumn, sensitive, sumOf } from './outcome-words.ts';

const travels: readonly string[] = returnTypesWithTravel;

/** Whether she left the country in which she was identified; undefined where that is not known. */
const isReturned: Fact<boolean> = (store) => {
  const type = codeIn('return_type')(store);
  const isOutside = doesNotApply(store, 'return_type');
  return (row) => {
    const code = type(row);
    return code === undefined ? (isOutside(row) ? false : undefined) : travels.includes(code);
  };
};

/** The type; whom the question does not apply to did not leave. */
const typeOf: Fact<string> = (store) => {
  const type = codeIn('return_type')(store);
  const isOutside = doesNotApply(store, 'return_type');
  return (row) => type(row) ?? (isOutside(row) ? 'not_applicable_domestic' : undefined);
};

function typeAxis(): Axis {
  const types = codeLines(returnTypes);
  const [left, stayed] = [true, false].map((isTravel) => types.filter(({ key }) => travels.includes(key) === isTravel));
  const values = [
    ...(left as Line[]),
    sumOf('returned', left as Line[]),
    ...(stayed as Line[]),
    sumOf('notReturned', stayed as Line[]),
  ];
  return factAxis('returnType', values, typeOf);
}

/** Those who returned, by what else is known of them; then all others, so that the table adds up to everybody. */
function returnedAxis(dimension: string, lines: readonly Line[], fact: Fact<string>): Axis {
  const parts = [...lines, line('unknownOfReturned', 'unknown', 'notKnown')];
  const values = [...parts, sumOf('returned', parts), lineAside('notReturned'), lineAside('unknown', 'returnUnknown')];
  return factAxis(dimension, values, (store) => {
    const [returned, of] = [isReturned(store), fact(store)];
    return (row) => {
      const went = returned(row);
      if (went) return of(row) ?? 'unknownOfReturned';
      return went === undefined ? 'unknown' : 'notReturned';
    };
  });
}

const countryOf: Fact<string> = (store) => {
  const country = codeIn('return_country')(store);
  return (row) => {
    const code = country(row);
    return code === undefined ? undefined : citizenshipGroup(code, store.country);
  };
};

/** First days on which each registration says that a trafficking may have begun: recruitment, else exploitation. */
function beginOf(store: ColumnStore): (row: number) => number | undefined {
  const recruited = store.date(store.entity, 'recruitment_date');
  const started = store.date('exploitation', 'exploitation_start');
  const of = rowsIn(store, 'exploitation');
  const middle = ({ earliest, latest }: typeof started, at: number): number =>
    isDay(earliest.at(at)) ? Math.floor((earliest.at(at) + latest.at(at)) / 2) : Number.POSITIVE_INFINITY;
  return (row) => {
    const begin = [middle(recruited, row), ...[...of(row)].map((at) => middle(started, at))];
    const first = Number.isFinite(begin[0]) ? begin[0] : Math.min(...begin);
    return first !== undefined && Number.isFinite(first) ? first : undefined;
  };
}

/** For each registration the other ones of the same person that are a new trafficking. */
function laterTraffickings(store: ColumnStore): ReadonlyMap<number, readonly number[]> {
  const relation = codeIn('episode_relation')(store);
  const found = new Map<number, readonly number[]>();
  for (const rows of personsOf(store)) {
    if (rows.length < 2) continue;
    const fresh = rows.filter((row) => relation(row) === 'new_trafficking');
    for (const row of rows)
      found.set(
        row,
        fresh.filter((other) => other !== row),
      );
  }
  return found;
}

const monthsToRelapse = 24;

/** Days on which she was trafficked again, as far as entries of reintegration and later registrations tell. */
function daysOfRelapse(store: ColumnStore): (row: number) => readonly number[] {
  const status = store.code('reintegration_entry', 'reintegration_status');
  const trafficked = status.codebook.numberOf('re_trafficked');
  const entered = store.date('reintegration_entry', 'reintegration_date').earliest;
  const registered = store.date(store.entity, 'registration_date').earliest;
  const [entries, begin, later] = [rowsIn(store, 'reintegration_entry'), beginOf(store), laterTraffickings(store)];
  return (row) => [
    ...[...entries(row)].filter((at) => status.values.at(at) === trafficked).map((at) => entered.at(at)),
    ...(later.get(row) ?? []).map((other) => begin(other) ?? registered.at(other)),
  ];
}

const relapseOf: Fact<string> = (store) => {
  const returned = store.date(store.entity, 'return_date').earliest;
  const relapses = daysOfRelapse(store);
  return (row) => {
    const from = returned.at(row);
    if (!isDay(from)) return undefined;
    const until = addMonths(from, monthsToRelapse);
    return relapses(row).some((day) => isDay(day) && day >= from && day <= until) ? 'relapsed' : 'notRelapsed';
  };
};

function statusAxis(): Axis {
  const values = [...codeLines(reintegrationStatuses), line('unknown', 'unknown', 'noStatus')];
  return sensitive(factAxis('reintegration', values, newestReintegration));
}

/** Who returned, who did not, and of whom that is not known. */
const returnAxis = factAxis('returned', [line('returned'), line('notReturned')], (store) => {
  const returned = isReturned(store);
  return (row) => {
    const went = returned(row);
    return went === undefined ? undefined : went ? 'returned' : 'notReturned';
  };
});

const all = { stages: identified, columns: onePersonColumn(), counted: ['total', 'persons'] } as const;

export const returns: readonly StatisticPart[] = [
  {
    ...all,
    part: 'types',
    rows: typeAxis(),
    percentOf: 'persons',
    unknown: [{ dimension: 'answer', cell: ['unknown', 'persons'] }],
  },
  {
    ...all,
    part: 'countries',
    rows: returnedAxis('returnCountry', citizenshipLines, countryOf),
    percentOf: 'persons',
    percentBase: 'returned',
    unknown: [{ dimension: 'answer', cell: ['unknownOfReturned', 'persons'] }],
  },
  {
    ...all,
    part: 'reintegration',
    rows: statusAxis(),
    columns: returnAxis,
    counted: ['total', 'total'],
    percentOf: 'total',
    unknown: [{ dimension: 'answer', cell: ['unknown', 'total'] }],
  },
  {
    ...all,
    part: 'relapse',
    rows: sensitive(returnedAxis('relapse', [line('relapsed'), line('notRelapsed')], relapseOf)),
    percentOf: 'persons',
    percentBase: 'returned',
    unknown: [{ dimension: 'answer', cell: ['unknownOfReturned', 'persons'] }],
  },
];
