/** A register whose columns are stored, and whatever may happen to its records. */
import { v7 as newId } from 'uuid';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { tablesOf } from '#electron/database/registers.ts';
import { type ColumnSegment, storeColumnSegment } from '#electron/database/repositories/column-segments.ts';
import { replaceFindings } from '#electron/database/repositories/findings.ts';
import { visibleCondition } from '#electron/database/repositories/record-reader.ts';
import { plainContent } from '#electron/services/records/record-answer.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { createStage } from '#electron/services/records/stage.ts';
import { noteChange } from '#electron/services/records/write-revision.ts';
import { readReferences } from '#electron/services/reference.ts';
import { eraseStored } from '#electron/services/retention/erase-record.ts';
import type { OpenSession } from '#electron/services/sessions.ts';
import { createLiveStore, type LiveStore } from '#electron/services/statistics/counted-records.ts';
import { createSegmentFlush } from '#electron/services/statistics/segment-flush.ts';
import { generatorOf } from '#electron/services/training/generators.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { openRegister, type Program } from '../program/open-program.ts';

export const version = '0.1.0';
export const rootOf = { victims: 'victim', justice: 'case' } as const satisfies Record<RegisterKind, string>;

export interface KeptRegister {
  readonly program: Program;
  readonly session: OpenSession;
  readonly database: RegisterDatabase;
  readonly entity: string;
  /** A store that reads and makes segments; of this version of the program if no other is named. */
  open(version?: string): LiveStore;
  /** A store that knows only the records. */
  readAnew(): LiveStore;
  /** Stores what a store holds and has not stored; cut off after so many transactions. */
  flush(live: LiveStore, cutAfter?: number): Promise<void>;
  /** What the only writer does with a segment; false where it refuses it. */
  store(segment: ColumnSegment): boolean;
  erase(id: string): void;
  /** Everything that may happen to records, by name; false where it was refused, or there was nothing to do it to. */
  readonly happenings: Readonly<Record<string, (pick: number) => boolean>>;
}

/** A register of that kind with some invented records. */
export async function openKeptRegister(kind: RegisterKind, records: number): Promise<KeptRegister> {
  const program = await openRegister(undefined, kind);
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  await program.services.training.fill(session, { records, seed: 5 });
  const { database } = session.register;
  const entity = rootOf[kind];
  const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error('no such record type');
  return {
    program,
    session,
    database,
    entity,
    open: (of = version) => createLiveStore(database, kind, entity, { version: of }),
    store: (segment) => storeColumnSegment(database, root, segment),
    erase: (id) => erase(session, id),
    readAnew: () => createLiveStore(database, kind, entity),
    async flush(live, cutAfter = Number.POSITIVE_INFINITY) {
      let stored = 0;
      const handOver = async (segment: ColumnSegment): Promise<void> => {
        if (stored === cutAfter) throw new Error('the power is gone');
        stored += 1;
        storeColumnSegment(database, root, segment);
      };
      const parts = { opened: () => [live], handOver, breath: async () => undefined };
      await createSegmentFlush(parts)
        .flush()
        .catch((cause: Error) => {
          if (cause.message !== 'the power is gone') throw cause;
        });
    },
    happenings: await happeningsIn(program, session, entity),
  };
}

async function happeningsIn({ services }: Program, session: OpenSession, entity: string) {
  const { database, kind, country } = session.register;
  const store = storeOf(database, kind);
  const { states, ...records } = services.records;
  const { generate } = await generatorOf(kind);
  const { table } = store.of(entity).root;
  const anyOf = (where: string, pick: number) => {
    const ids = database
      .prepare(`SELECT "id" FROM "${table}" WHERE ${where} AND ${visibleCondition} ORDER BY "seq"`)
      .all();
    const id = ids[pick % Math.max(ids.length, 1)]?.id;
    return id === undefined ? null : store.find(String(id));
  };
  /** What the rules or a state refuse has not happened. */
  const to = (where: string, act: (found: NonNullable<ReturnType<typeof anyOf>>) => void) => (pick: number) => {
    const found = anyOf(where, pick);
    if (found === null) return false;
    try {
      act(found);
      return true;
    } catch (cause) {
      if (cause instanceof AppError) return false;
      throw cause;
    }
  };
  const here = '"binned_at" IS NULL';
  let seed = 100;
  /** Imports that nobody sees yet. */
  const begun: (() => void)[] = [];
  const beginImport = (): boolean => {
    const { INST = [], ...lists } = readReferences(database);
    const plan = { records: 4, seed: seed++, today: '2026-11-20', country, reference: { ...lists, INST } };
    const staged = createStage({ session, ...parts, batchId: newId() });
    const made = [...generate(plan)];
    const past = { enteredAt: '2026-11-19T09:00:00.000Z', reason: 'made' };
    staged.add(made.map((each) => ({ ...each, isComplete: each.state !== 'draft', past: { ...each, ...past } })));
    begun.push(() => database.write(() => staged.show(made.length)));
    return true;
  };
  const showImport = (): boolean => {
    const show = begun.pop();
    show?.();
    return show !== undefined;
  };
  return {
    create: () => {
      records.create(session, entity);
      return true;
    },
    saveDraft: to(`${here} AND "state" = 'draft'`, ({ record: { meta, content } }) => {
      const changed = withoutLastGroup(content);
      records.save(session, { id: meta.id, revision: meta.revision, content: changed, reason: null });
    }),
    giveBack: to(`${here} AND "state" IN ('complete', 'verified')`, ({ record: { meta } }) =>
      states.returnForCorrection(session, meta.id, meta.revision, 'Look again'),
    ),
    correct: to(`${here} AND "state" = 'returned_for_correction'`, ({ record: { meta, content } }) => {
      const changed = withoutLastGroup(content);
      records.save(session, { id: meta.id, revision: meta.revision, content: changed, reason: 'Wrong' });
    }),
    bin: to(here, ({ record: { meta } }) => states.bin(session, meta.id, meta.revision, 'Entered twice')),
    restore: to('"binned_at" IS NOT NULL', ({ record: { meta } }) => states.restore(session, meta.id, 'Not twice')),
    judge: to(`${here} AND "completed_revision" IS NOT NULL`, ({ record: { meta } }) =>
      database.write(() => {
        const place = { part: null, entity, rowId: null, field: null };
        replaceFindings(database, meta.id, [{ rule: `R${meta.seq % 7}`, level: 'soft', confirmed: false, ...place }]);
        noteChange(database, parts.publish, entity, meta.id, '2026-11-20T10:00:00.000Z');
      }),
    ),
    erase: to('1', ({ record: { meta } }) => erase(session, meta.id)),
    import: () => beginImport() && showImport(),
    beginImport,
    showImport,
    /** What follows stands in the next segment. */
    fillSegment: () => {
      database.prepare('UPDATE "sqlite_sequence" SET "seq" = "seq" + 4096 WHERE "name" = ?').run(table);
      return true;
    },
  } as const;
}

const parts = { clock: { now: () => new Date() }, publish: () => undefined };

function erase({ register: { database, kind }, account }: OpenSession, id: string): void {
  const decision = { scope: 'record', accountId: account.id, reason: 'The period has passed' } as const;
  database.write(() => eraseStored(parts, database, storeOf(database, kind).find(id), decision));
}

/** No row stands in those of the last group. */
const withoutLastGroup = ({ values, groups }: RecordContent) =>
  plainContent({ values, groups: Object.fromEntries(Object.entries(groups).slice(0, -1)) });
