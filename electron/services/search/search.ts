/** The one search box: codes and numbers, texts outside the vault, and names, each as far as the account may see. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { NameIndexState } from '#shared/contract/search.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import {
  findByCode,
  findByText,
  metasBySeq,
  personsBySeq,
  type StoredPerson,
} from '../../database/repositories/record-search.ts';
import type { NameAnswer } from '../names/name-source.ts';
import type { Names } from '../names/names.ts';
import { answerMetas } from '../records/record-answer.ts';
import { isSupervisor, type RecordSession } from '../records/record-session.ts';
import { type RootStore, storeOf } from '../records/record-store.ts';
import { shownName } from './shown-name.ts';

type Found = Output<'search.find'>;

export interface Search {
  find(session: RecordSession, input: ParsedInput<'search.find'>): Promise<Found>;
}

/** Room for records in the bin or not visible yet, which are left out afterwards. */
const spare = 10;

interface Hit {
  readonly store: RootStore;
  readonly meta: StoredMeta;
}

type PersonHit = StoredPerson & Hit;

/** The index as the window sees it; null stands for a session without the vault key. */
export const indexState = (answer: NameAnswer | null): NameIndexState => {
  if (answer === null) return { state: 'closed' };
  if (answer.state === 'ready') return { state: 'ready' };
  return { state: 'building', done: answer.done, total: answer.total };
};

export function createSearch(names: Names): Search {
  return {
    async find(session, { text, limit }) {
      const { register } = session;
      const owner = isSupervisor(session) ? null : session.account.id;
      const answer = await names.ask(register, { kind: 'search', text, limit: limit + spare, owner });
      return register.database.read(() => {
        const codes = findIn(session, (store) => findByCode(register.database, store.root, text, limit + spare));
        const isCode = new Set(codes.map(({ meta }) => meta.id));
        const texts = findIn(session, (store) =>
          findByText(register.database, store.root, text, limit + spare + 1),
        ).filter(({ meta }) => !isCode.has(meta.id));
        return {
          codes: answerHits(session, codes.slice(0, limit)),
          texts: { hits: answerHits(session, texts.slice(0, limit)), hasMore: texts.length > limit },
          names: { index: indexState(answer), ...namesFound(session, answer, limit) },
        };
      });
    },
  };
}

/** Records of every type, in the order in which `seqsOf` names them. */
function findIn({ register: { database, kind } }: RecordSession, seqsOf: (store: RootStore) => number[]): Hit[] {
  return storeOf(database, kind).roots.flatMap((store) =>
    metasBySeq(database, store.root, seqsOf(store)).map((meta) => ({ store, meta })),
  );
}

/** Hits of one record type are answered together: what each of them needs is asked of the register once. */
const answerHits = (session: RecordSession, hits: readonly Hit[]): RecordMeta[] => {
  const metas = [...Map.groupBy(hits, ({ store }) => store)].flatMap(([store, found]) =>
    answerMetas(
      session,
      store,
      found.map(({ meta }) => meta),
    ),
  );
  const byId = new Map(metas.map((meta) => [meta.id, meta]));
  return hits.flatMap(({ meta }) => byId.get(meta.id) ?? []);
};

function namesFound(
  session: RecordSession,
  answer: NameAnswer | null,
  limit: number,
): Pick<Found['names'], 'hits' | 'hasMore'> {
  if (answer === null || !('found' in answer)) return { hits: [], hasMore: false };
  const shown = answer.found.slice(0, limit + spare);
  const { database, kind } = session.register;
  // The index may be a moment older than the register: who is in the bin by now is not shown.
  const stored = new Map(
    storeOf(database, kind).roots.flatMap((store) => {
      const seqs = shown.flatMap((hit) => (hit.entity === store.entity ? [hit.seq] : []));
      return personsBySeq(database, store.root, seqs).map((person): [string, PersonHit] => [
        `${store.entity} ${person.seq}`,
        { store, ...person },
      ]);
    }),
  );
  const found = shown.flatMap((name) => {
    const hit = stored.get(`${name.entity} ${name.seq}`);
    return hit ? [{ hit, name }] : [];
  });
  const wanted = found.slice(0, limit);
  const metas = new Map(
    answerHits(
      session,
      wanted.map(({ hit }) => hit),
    ).map((meta) => [meta.id, meta]),
  );
  const hits = wanted.flatMap(({ hit: { store, row, meta: stored }, name: { fit, birthYear } }) => {
    const meta = metas.get(stored.id);
    return meta ? [{ meta, fit, birthYear, name: shownName(session, store, stored, row) }] : [];
  });
  return { hits, hasMore: answer.hasMore || found.length > limit };
}
