/** What waits for an account: own drafts, returned records, records to sign off, records nobody works on any more. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TaskKind } from '#shared/contract/task.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { moveDraft } from '../../database/repositories/drafts.ts';
import { visibleCondition } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { isSinglePersonOffice, requireReadable } from './permissions.ts';
import { answerMetas } from './record-answer.ts';
import { indexOfSession, isOfficer, isSupervisor, type RecordSession } from './record-session.ts';
import { type RootStore, storeOf } from './record-store.ts';
import { type RecordParts, writeRevision } from './write-revision.ts';

export interface Tasks {
  list(session: RecordSession): Output<'task.list'>;
  count(session: RecordSession): Output<'task.count'>;
  handOver(session: RecordSession, input: ParsedInput<'task.hand-over'>): Output<'task.hand-over'>;
  colleagues(session: RecordSession): Output<'task.colleagues'>;
}

/** Rows shown of each kind; the rest is found in the list. */
const mostShown = 100;
/** Nobody needs to know how many more there are, and a register of a million records must not count them each time. */
const mostCounted = 1000;

interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Tasks of the open register. */
export function createTasks(parts: RecordParts): Tasks {
  return {
    list: (session) =>
      session.register.database.read(() => ({
        tasks: kindsFor(session).map((kind) => {
          const found = stores(session).map((store) => find(session, store, kind));
          const rows = found.flatMap(({ metas }) => metas).toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
          return {
            kind,
            total: found.reduce((sum, { total }) => sum + total, 0),
            rows: rows.slice(0, mostShown),
          };
        }),
      })),
    count: (session) => ({
      count: kindsFor(session)
        .flatMap((kind) => stores(session).map((store) => countOf(session, store, kind)))
        .reduce((sum, each) => sum + each, 0),
    }),
    handOver(session, { records, to, reason }) {
      const colleague = colleaguesOf(session.register.database).find(({ id }) => id === to);
      if (!colleague) throw new AppError('RECORD_NOT_FOUND', { entity: 'account' });
      for (const id of records) handOne(parts, session, id, colleague, reason);
      return { handed: records.length };
    },
    colleagues: ({ register }) => ({ colleagues: colleaguesOf(register.database) }),
  };
}

const stores = ({ register }: RecordSession): readonly RootStore[] => storeOf(register.database, register.kind).roots;

const kindsFor = (session: RecordSession): readonly TaskKind[] => [
  ...(isOfficer(session) || isSupervisor(session) ? (['draft', 'returned'] as const) : []),
  ...(isSupervisor(session) ? (['to-verify', 'orphaned', 'alert'] as const) : []),
];

/** Whose work a record is: of whom it was handed to, else of who entered it. */
const responsible = 'coalesce("handed_to", "entered_by")';

function conditionOf(session: RecordSession, store: RootStore, kind: TaskKind): Condition | null {
  const own = session.account.id;
  switch (kind) {
    case 'draft':
      return { sql: `"state" = 'draft' AND ${responsible} = ?`, params: [own] };
    case 'returned':
      return { sql: `"state" = 'returned_for_correction' AND ${responsible} = ?`, params: [own] };
    case 'to-verify': {
      const isOther = isSinglePersonOffice(session.register.database)
        ? ''
        : ` AND "entered_by" <> ? AND coalesce("completed_by", '') <> ?`;
      const params = isOther === '' ? [] : [own, own];
      return { sql: `"state" = 'complete' AND "archived" = 0${isOther}`, params };
    }
    case 'orphaned':
      return {
        sql: `"state" IN ('draft', 'returned_for_correction')
              AND ${responsible} IN (SELECT "id" FROM "account" WHERE "active" = 0)`,
        params: [],
      };
    case 'alert': {
      const alerts = indexOfSession(session)
        .fieldsOf(store.entity)
        .filter(({ alertsWhen }) => alertsWhen !== undefined);
      if (alerts.length === 0) return null;
      const sql = alerts.map(({ id }) => `${quote(id)} IN (SELECT value FROM json_each(?))`).join(' OR ');
      return {
        sql: `(${sql}) AND "archived" = 0 AND "state" <> 'verified'`,
        params: alerts.map(({ alertsWhen }) => JSON.stringify(alertsWhen)),
      };
    }
  }
}

const outsideBin = `"binned_at" IS NULL AND ${visibleCondition}`;

function countOf(session: RecordSession, store: RootStore, kind: TaskKind): number {
  const condition = conditionOf(session, store, kind);
  if (condition === null) return 0;
  const row = session.register.database
    .prepare(
      `SELECT count(*) AS "n" FROM
       (SELECT 1 FROM ${quote(store.root.table)} WHERE ${condition.sql} AND ${outsideBin} LIMIT ${mostCounted})`,
    )
    .get(...condition.params);
  return Number(row?.n ?? 0);
}

function find(session: RecordSession, store: RootStore, kind: TaskKind) {
  const condition = conditionOf(session, store, kind);
  if (condition === null) return { total: 0, metas: [] };
  const ids = session.register.database
    .prepare(
      `SELECT "id" FROM ${quote(store.root.table)} WHERE ${condition.sql} AND ${outsideBin}
       ORDER BY "seq" LIMIT ${mostShown}`,
    )
    .all(...condition.params)
    .map(({ id }) => String(id));
  const records = store.reader.loadMany(ids, { groups: false });
  const metas = answerMetas(
    session,
    store,
    records.map(({ meta }) => meta),
  );
  return { total: countOf(session, store, kind), metas };
}

interface Colleague {
  readonly id: string;
  readonly displayName: string;
}

const colleaguesOf = (database: RegisterDatabase): Colleague[] =>
  database
    .prepare(
      `SELECT a."id", a."display_name" AS "name" FROM "account" a WHERE a."active" = 1
       AND EXISTS (SELECT 1 FROM json_each(a."roles") WHERE value IN ('officer', 'supervisor')) ORDER BY a."display_name"`,
    )
    .all()
    .map(({ id, name }) => ({ id: String(id), displayName: String(name) }));

function handOne(parts: RecordParts, session: RecordSession, id: string, to: Colleague, reason: string): void {
  const found = storeOf(session.register.database, session.register.kind).find(id);
  const { meta } = found.record;
  requireReadable(session, found.record);
  if (meta.binnedAt !== null) throw new AppError('RECORD_LOCKED', { state: meta.state });
  const before = meta.handedTo ?? meta.enteredBy;
  if (before === to.id) return;
  // Names of staff stand in the history as they do beside every change.
  const event = { event: 'handed-over' as const, after: { to: to.displayName }, reason };
  writeRevision(parts, session, found, { meta: { handedTo: to.id } }, [event]);
  moveDraft(session.register.database, id, before, to.id, meta.revision + 1);
}
