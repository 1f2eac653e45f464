/** Lists of records: asked of the lists in memory, which name the records; the rows are then read from the register. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type CountedFilter, isCountedFilter } from '#shared/contract/figure-filter.ts';
import { quote } from '../../database/table-shape.ts';
import { checkQuery } from '../lists/check-query.ts';
import type { AnswerTo, ListQuestion, PlacedQuery } from '../lists/list-questions.ts';
import type { Lists } from '../lists/lists.ts';
import { answerMetas, copyValue } from './record-answer.ts';
import { indexOfSession, isSupervisor, type RecordSession } from './record-session.ts';
import { type RootStore, storeOf } from './record-store.ts';

export interface RecordLists {
  list(session: RecordSession, input: ParsedInput<'record.list'>): Promise<Output<'record.list'>>;
  neighbours(session: RecordSession, input: ParsedInput<'record.neighbours'>): Promise<Output<'record.neighbours'>>;
  count(session: RecordSession): Promise<Output<'record.count'>>;
  authors(session: RecordSession): Output<'record.authors'>;
}

type Query = ParsedInput<'record.neighbours'>['query'];

/** Ids of the records that fit filters by what counts of a record, which the tables know. */
export type CountedRecords = (
  session: RecordSession,
  entity: string,
  filters: readonly CountedFilter[],
) => Promise<readonly string[]>;

/** The store of the record type, after the query has been found to be one that this session may ask. */
function requireQuery(session: RecordSession, query: Query): RootStore {
  if (query.binned && !isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  const store = storeOf(session.register.database, session.register.kind).of(query.entity);
  checkQuery(indexOfSession(session), query);
  return store;
}

/** Lists of the open register, as one account may see them. */
export function createRecordLists(lists: Lists, counted: CountedRecords): RecordLists {
  const ask = async <Q extends ListQuestion>({ register }: RecordSession, question: Q): Promise<AnswerTo<Q>> => {
    const answer = await lists.ask(register, question);
    // Locked in the moment in which the answer came.
    if (!register.database.sql.open) throw new AppError('CANCELLED');
    return answer;
  };

  /** Asks first whether the list is known: only then need nobody count which records it is made of. */
  const askPlaced = async <A>(
    session: RecordSession,
    query: Query,
    question: (query: PlacedQuery) => Promise<A | null>,
  ): Promise<A> => {
    const filters = query.filters.filter(isCountedFilter);
    const others = query.filters.filter((filter) => !isCountedFilter(filter));
    const within = filters.length === 0 ? null : { filters: JSON.stringify(filters), ids: null };
    const known = await question({ ...query, filters: others, within });
    if (known !== null) return known;
    const ids = await counted(session, query.entity, filters);
    const answer = await question({ ...query, filters: others, within: within && { ...within, ids } });
    if (answer === null) throw new Error('a list with all its ids has an answer');
    return answer;
  };

  return {
    async list(session, { columns, offset, limit, version, locate, ...query }) {
      const store = requireQuery(session, query);
      const { seqs, ...found } = await askPlaced(session, query, (placed) =>
        ask(session, { type: 'window', query: placed, offset, limit, version, locate }),
      );
      const rows = session.register.database.read(() => {
        const records = store.reader.loadRows(seqs, columns);
        const metas = answerMetas(
          session,
          store,
          records.map(({ meta }) => meta),
        );
        return metas.map((meta, at) => {
          const values = records[at]?.content.values ?? {};
          return { meta, cells: columns.map((id) => copyValue(values[id] ?? null)) };
        });
      });
      return { rows, ...found };
    },
    async neighbours(session, { query, id }) {
      const store = requireQuery(session, query);
      const { previous, next, ...place } = await askPlaced(session, query, (placed) =>
        ask(session, { type: 'neighbours', query: placed, id }),
      );
      const near = [previous, next].filter((seq) => seq !== null);
      const ids = new Map(store.reader.loadRows(near, []).map(({ meta }) => [meta.seq, meta.id]));
      const idOf = (seq: number | null): string | null => (seq === null ? null : (ids.get(seq) ?? null));
      return { previous: idOf(previous), next: idOf(next), ...place };
    },
    authors({ register: { database, kind } }) {
      const entered = storeOf(database, kind).roots.map(
        ({ root }) => `EXISTS (SELECT 1 FROM ${quote(root.table)} r WHERE r."entered_by" = a."id")`,
      );
      const rows = database
        .prepare(`SELECT a."id", a."display_name" AS "name" FROM "account" a WHERE ${entered.join(' OR ')}`)
        .all();
      return { authors: rows.map(({ id, name }) => ({ id: String(id), displayName: String(name) })) };
    },
    async count(session) {
      const { counts } = await ask(session, { type: 'count' });
      return { counts: { ...counts } };
    },
  };
}
