/** Answers questions about the lists of a register from columns in memory that follow it. */
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { sourceLanguage } from '#shared/languages.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { createListIndex, everyNumber, type ListIndex } from './list-index.ts';
import type { ListOrder } from './list-order.ts';
import type { AnswerTo, ListAnswers, ListQuestion, ListSource, OnReading, PlacedQuery } from './list-questions.ts';

/** A list as it was answered: its records by `seq`. */
interface Shown {
  readonly key: string;
  readonly version: number;
  readonly changeNumber: number;
  readonly order: ListOrder;
  readonly seqs: Uint32Array;
}

interface Open {
  readonly index: ListIndex;
  /** The one used last stands last. */
  readonly shown: Shown[];
}

/** Lists kept as they were answered; one of a million records takes four megabytes. */
const mostShown = 6;
/** Steps of a reading that is waited for are told no oftener. */
const tellEveryMs = 200;

/** The same records in the same order, as long as no record changes. */
const keyOf = ({ within, ...query }: PlacedQuery): string => JSON.stringify({ ...query, within: within?.filters });

/** The list as it is looked at before anybody asks for less, in the order that is always there. */
const firstQuery = (entity: string): PlacedQuery => ({
  entity,
  filters: [],
  within: null,
  binned: false,
  search: null,
  order: { by: 'savedAt', descending: true },
  language: sourceLanguage,
});

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Opens the lists of a register; nothing is read before the first question. */
export function createListSource(database: RegisterDatabase, kind: RegisterKind): ListSource {
  const dictionary = indexOfKind(kind);
  const opened = new Map<string, Open>();
  let versions = 0;
  /** Columns that a question waits for, one after the other; questions that need none of them pass by. */
  let reading: Promise<void> = Promise.resolve();
  let waiting = 0;
  /** Whoever waits hears how far the reading has come that is at work. */
  const listeners = new Set<OnReading>();

  const open = (entity: string): Open => {
    const known = opened.get(entity);
    if (known) return known;
    const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
    if (!root) throw new Error(`${entity} is no record type of ${kind}`);
    const made = { index: createListIndex(database, dictionary, root), shown: [] };
    opened.set(entity, made);
    return made;
  };

  /** In short transactions: between two of them another question is answered, and saves are taken in. */
  const inSteps = async (
    index: ListIndex,
    steps: Generator<number>,
    pause: (done: number) => Promise<void>,
  ): Promise<void> => {
    while (true) {
      const step = database.read(() => {
        index.catchUp();
        return steps.next();
      });
      if (step.done) return;
      await pause(step.value);
    }
  };

  const queued = (work: () => Promise<void>): Promise<void> => {
    waiting += 1;
    const done = reading.then(work).finally(() => {
      waiting -= 1;
    });
    reading = done.catch(() => undefined);
    return done;
  };

  /** Reading ahead stands back for everything that somebody waits for. */
  const standBack = async (): Promise<void> => {
    await breath();
    while (waiting > 0) await reading;
  };

  /** Reads at once, one after the other, and tells those who wait. */
  const readNow = (entity: string, index: ListIndex, steps: () => Generator<number>): Promise<void> =>
    queued(async () => {
      let told = Date.now();
      await inSteps(index, steps(), (done) => {
        if (Date.now() - told >= tellEveryMs) {
          told = Date.now();
          for (const listener of listeners) listener({ entity, done, total: index.recordCount });
        }
        return breath();
      });
    });

  /** Until everything the query reads is there; the records may change meanwhile. */
  const readFor = async (query: PlacedQuery, index: ListIndex, onReading: OnReading): Promise<void> => {
    listeners.add(onReading);
    try {
      while (!index.isReady(query)) await readNow(query.entity, index, () => index.prepare(query));
    } finally {
      listeners.delete(onReading);
    }
  };

  /** The list as it is now, the one answered last where nothing has changed since; null where ids are needed for it. */
  const present = async (query: PlacedQuery, onReading: OnReading): Promise<Shown | null> => {
    const { index, shown } = open(query.entity);
    while (true) {
      const found = database.read(() => {
        index.catchUp();
        return index.isReady(query) ? { list: shownNow(query, index, shown) } : null;
      });
      if (found) return found.list;
      await readFor(query, index, onReading);
    }
  };

  const shownNow = (query: PlacedQuery, index: ListIndex, shown: Shown[]): Shown | null => {
    const key = keyOf(query);
    const at = shown.findLastIndex((each) => each.key === key);
    const known = shown[at];
    const { changeNumber } = index;
    // Another one where a label was renamed: that is no change of a record.
    const order = index.orderFor(query);
    if (known?.changeNumber === changeNumber && known.order === order) {
      shown.push(...shown.splice(at, 1));
      return known;
    }
    if (query.within?.ids === null) return null;
    versions += 1;
    const made = { key, version: versions, changeNumber, order, seqs: index.find(query, order) };
    shown.push(made);
    if (shown.length > mostShown) shown.shift();
    return made;
  };

  const window = async (
    { query, offset, limit, version, locate }: ListQuestion & { type: 'window' },
    onReading: OnReading,
  ): Promise<ListAnswers['window']> => {
    const { index, shown } = open(query.entity);
    const key = keyOf(query);
    const asked = version === null ? undefined : shown.find((each) => each.version === version && each.key === key);
    const list = asked ?? (await present(query, onReading));
    if (list === null) return null;
    const { seqs, version: answered } = list;
    const seq = locate === null ? null : index.seqOf(locate);
    const located = seq === null ? -1 : seqs.indexOf(seq);
    return {
      seqs: [...seqs.subarray(offset, offset + limit)],
      total: seqs.length,
      version: answered,
      located: located < 0 ? null : located,
    };
  };

  const neighbours = async (
    { query, id }: ListQuestion & { type: 'neighbours' },
    onReading: OnReading,
  ): Promise<ListAnswers['neighbours']> => {
    const { index, shown } = open(query.entity);
    const key = keyOf(query);
    const list = shown.findLast((each) => each.key === key) ?? (await present(query, onReading));
    if (list === null) return null;
    const { seqs } = list;
    index.catchUp();
    const seq = index.seqOf(id);
    const position = seq === null ? -1 : seqs.indexOf(seq);
    if (position < 0) return { previous: null, next: null, position: null, total: seqs.length };
    // What has been binned or taken out of the bin since the list was shown is passed over.
    const nearest = (step: 1 | -1): number | null => {
      for (let at = position + step; at >= 0 && at < seqs.length; at += step) {
        const other = seqs[at] as number;
        if (index.isListed(other, query.binned)) return other;
      }
      return null;
    };
    return { previous: nearest(-1), next: nearest(1), position, total: seqs.length };
  };

  const count = (): ListAnswers['count'] => ({
    counts: Object.fromEntries(
      tablesOf(kind).roots.map(({ entity: { id } }) => {
        const { index } = open(id);
        index.catchUp();
        return [id, index.count()];
      }),
    ),
  });

  const tally = async (
    { entity, lists, sum }: ListQuestion & { type: 'tally' },
    onReading: OnReading,
  ): Promise<ListAnswers['tally']> => {
    const { index } = open(entity);
    const query = { ...firstQuery(entity), filters: [...lists.flat(), everyNumber(sum)] };
    while (true) {
      const counts = database.read(() => {
        index.catchUp();
        return index.isReady(query) ? lists.map((filters) => index.tally(filters, sum)) : null;
      });
      if (counts) return { counts };
      await readFor(query, index, onReading);
    }
  };

  const readAhead = async (): Promise<void> => {
    for (const { index } of opened.values()) await inSteps(index, index.readAhead(), standBack);
  };

  const prepare = async (): Promise<ListAnswers['prepare']> => {
    for (const { entity } of tablesOf(kind).roots) {
      const { index } = open(entity.id);
      index.catchUp();
      await readFor(firstQuery(entity.id), index, () => undefined);
      await readNow(entity.id, index, () => index.readShown());
      await readNow(entity.id, index, () => index.readOrders());
    }
    // Nobody waits for the rest. Where it cannot be read, the question that needs it will tell.
    void readAhead().catch(() => undefined);
    return {};
  };

  const answers = {
    window,
    neighbours,
    tally,
    count: async () => count(),
    prepare,
  };
  return {
    answer: async <Q extends ListQuestion>(question: Q, onReading: OnReading = () => undefined) =>
      (await answers[question.type](question as never, onReading)) as AnswerTo<Q>,
  };
}
