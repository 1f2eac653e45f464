/**
 * Records that arrive in numbers (an import, a training register): staged in short transactions that let every
 * draft through, and visible by one short statement at the end.
 */
import type { RecordState } from '#shared/contract/shapes.ts';
import { matchFieldsOf } from '#shared/dictionary/person-fields.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { Finding, RecordContent, Values } from '#shared/records/record.ts';
import { noteBatchChange } from '../../database/repositories/changes.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import { quote } from '../../database/table-shape.ts';
import type { Clock, Publish } from '../ports.ts';
import { compactContent } from './incoming-content.ts';
import { keepFindings } from './keep-findings.ts';
import { givenCode, nextCode, nextNumber, numberingYear } from './numbering.ts';
import { givePersonCodes, renamePersons } from './person-codes.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';
import { type RootStore, storeOf } from './record-store.ts';
import { vaultRow } from './vault-cipher.ts';

export interface StagedRecord {
  readonly entity: string;
  readonly id: string;
  /** Settled: derived values and `not_applicable` are set. */
  readonly content: RecordContent;
  /** Direct identifiers; null where there are none. */
  readonly identity: Values | null;
  /** Complete records get number and code; others enter as drafts. */
  readonly isComplete: boolean;
  /** What an import never says: state beyond complete, archive, bin, an earlier registration, the day of entry. */
  readonly past?: {
    readonly state: RecordState;
    readonly archived: boolean;
    readonly binned: boolean;
    readonly numbered: boolean;
    readonly sameCodeAs: string | null;
    readonly enteredAt: string;
    /** What the rules say of it, and the rules of it that somebody confirmed. */
    readonly findings: readonly Finding[];
    readonly confirmed: readonly string[];
    readonly reason: string;
  };
}

export interface Stage {
  /** One transaction; throws before anything of this batch is kept. */
  add(records: readonly StagedRecord[]): void;
  /** Makes everything visible; to be called inside the transaction that audits it. */
  show(records: number): void;
  /**
   * Takes away what was staged, a little at a time; does nothing after `show`. Ends early when the register is
   * locked meanwhile: `discardUnfinished` goes on at the next sign-in.
   */
  discard(): Promise<void>;
}

export interface StageParts {
  readonly session: RecordSession;
  readonly clock: Clock;
  readonly publish: Publish;
  readonly batchId: string;
}

/** Records removed per transaction when an import is given up. */
const removedAtOnce = 200;

/** Opens a batch of records that nobody sees yet. */
export function createStage({ session, clock, publish, batchId }: StageParts): Stage {
  const { database, kind } = session.register;
  const store = storeOf(database, kind);
  const codes = new Map<string, string>();
  let opened = false;
  let shown = false;

  const open = (): void => {
    if (opened) return;
    database
      .prepare(
        'INSERT INTO "import_batch" ("id", "at", "account_id", "file", "digest", "records") VALUES (?, ?, ?, ?, ?, 0)',
      )
      .run(batchId, clock.now().toISOString(), session.account.id, '', '');
    opened = true;
  };

  return {
    add(records) {
      database.write(() => {
        open();
        const at = clock.now().toISOString();
        for (const record of records) insert({ session, batchId, at, codes }, store.of(record.entity), record);
      });
    },
    show(records) {
      if (!opened) return;
      const at = clock.now().toISOString();
      noteBatchChange(database, batchId, at);
      database
        .prepare('UPDATE "import_batch" SET "visible_at" = ?, "records" = ? WHERE "id" = ?')
        .run(at, records, batchId);
      database.afterCommit(() => {
        shown = true;
        publish('records.changed', { changeNumber: database.changeNumber() });
      });
    },
    async discard() {
      if (!opened || shown) return;
      for (const each of store.roots) {
        while (database.sql.open && removeSome(session, each, batchId)) await breath();
      }
      if (!database.sql.open) return;
      database.prepare('DELETE FROM "import_batch" WHERE "id" = ?').run(batchId);
    },
  };
}

/** Lets a waiting save through. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes away what a cut of power left of an import that was never shown; to be run when a register is opened. */
export async function discardUnfinished(session: RecordSession): Promise<void> {
  const { database, kind } = session.register;
  for (const { id } of database.prepare('SELECT "id" FROM "import_batch" WHERE "visible_at" IS NULL').all()) {
    for (const each of storeOf(database, kind).roots) {
      while (database.sql.open && removeSome(session, each, String(id))) await breath();
    }
    // Locked meanwhile: the next sign-in goes on.
    if (!database.sql.open) return;
    database.prepare('DELETE FROM "import_batch" WHERE "id" = ?').run(id);
  }
}

interface Target {
  readonly session: RecordSession;
  readonly batchId: string;
  readonly at: string;
  /** Codes given in this batch, by record or by what its files call a person, for later records of the same person. */
  readonly codes: Map<string, string>;
}

function insert({ session, batchId, at, codes }: Target, store: RootStore, record: StagedRecord): void {
  const { database } = session.register;
  const enteredAt = record.past?.enteredAt ?? at;
  const state = record.past?.state ?? (record.isComplete ? 'complete' : 'draft');
  const isNumbered = record.past?.numbered ?? record.isComplete;
  const year = numberingYear(store, { content: record.content, meta: { createdAt: enteredAt } });
  const code = isNumbered ? codeFor(session, store, record, codes, year) : null;
  const wasCompleted = state !== 'draft';
  store.writer.insert(
    {
      id: record.id,
      number: isNumbered ? nextNumber(database, store.entity) : null,
      code,
      state,
      archived: record.past?.archived ?? false,
      revision: 1,
      dictionaryVersion: indexOfSession(session).register.version,
      enteredBy: session.account.id,
      createdAt: enteredAt,
      savedAt: enteredAt,
      completedRevision: wasCompleted ? 1 : null,
      completedBy: wasCompleted ? session.account.id : null,
      binnedAt: record.past?.binned ? at : null,
      importBatch: batchId,
      handedTo: null,
    },
    compactContent(contentWithCodes({ session, codes }, store, record, { isNumbered, year })),
  );
  if (record.identity) sealIdentity(session, store, record.id, record.identity);
  const entry = {
    recordId: record.id,
    revision: 1,
    at: enteredAt,
    accountId: session.account.id,
    entity: store.entity,
  };
  const empty = { rowId: null, field: null, before: null, after: null, sealed: null };
  appendHistory(database, { ...entry, ...empty, event: 'imported', reason: null });
  const { past } = record;
  if (!past) return;
  for (const rule of past.confirmed) {
    database
      .prepare(
        `INSERT INTO "rule_confirmation" ("record_id", "revision", "rule", "reason", "account_id", "at") VALUES (?, 1, ?, ?, ?, ?)`,
      )
      .run(record.id, rule, past.reason, session.account.id, enteredAt);
  }
  // An import completes only records of which the rules say nothing.
  keepFindings(database, record.id, past.findings, past.confirmed);
}

/**
 * The content with a code for each person of it. A code of this register stays; any other text is the name that the
 * files have for a person: it gets a fresh code, the same one in every record of the batch.
 */
function contentWithCodes(
  { session, codes }: Pick<Target, 'session' | 'codes'>,
  store: RootStore,
  { content }: StagedRecord,
  { isNumbered, year }: { readonly isNumbered: boolean; readonly year: number },
): RecordContent {
  const { database } = session.register;
  const named = renamePersons(session, store.entity, content, (text, entity) => {
    const code =
      codes.get(`${entity.id} ${text}`) ?? givenCode(database, entity, text) ?? nextCode(database, entity, year);
    codes.set(`${entity.id} ${text}`, code);
    return code;
  });
  return isNumbered ? givePersonCodes(session, store.entity, named, year) : named;
}

/** A later registration of the same person keeps her code; everybody else gets a fresh one of the year of registration. */
function codeFor(
  { register: { database } }: RecordSession,
  store: RootStore,
  { id, past }: StagedRecord,
  codes: Map<string, string>,
  year: number,
): string {
  const known = past?.sameCodeAs ? codes.get(past.sameCodeAs) : undefined;
  const code = known ?? nextCode(database, store.root.entity, year);
  codes.set(id, code);
  return code;
}

function sealIdentity({ register }: RecordSession, store: RootStore, recordId: string, identity: Values): void {
  const key = register.keys.vault;
  if (!store.vault || !key) return;
  const fields = matchFieldsOf(indexOfKind(register.kind), store.entity);
  store.vault.save(recordId, vaultRow(key, { registerId: register.id, recordId, revision: 1 }, identity, fields));
}

/** Removes a handful of staged records with everything that hangs on them; false when none are left. */
function removeSome({ register: { database } }: RecordSession, { root, vault }: RootStore, batchId: string): boolean {
  return database.write(() => {
    const rows = database
      .prepare(`SELECT "seq", "id" FROM ${quote(root.table)} WHERE "import_batch" = ? LIMIT ${removedAtOnce}`)
      .all(batchId);
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const run = (sql: string): unknown => database.prepare(sql).run(ids);
    const listed = '(SELECT value FROM json_each(?))';
    for (const group of root.groups.toReversed()) {
      for (const { link } of group.fields) {
        if (link === null) continue;
        run(
          `DELETE FROM ${quote(link)} WHERE "owner_id" IN (SELECT "id" FROM ${quote(group.table)} WHERE "record_id" IN ${listed})`,
        );
      }
      run(`DELETE FROM ${quote(group.table)} WHERE "record_id" IN ${listed}`);
    }
    for (const { link } of root.fields)
      if (link !== null) run(`DELETE FROM ${quote(link)} WHERE "owner_id" IN ${listed}`);
    for (const { id } of rows) vault?.remove(String(id));
    for (const table of ['history', 'change', 'rule_confirmation', 'record_finding'])
      run(`DELETE FROM "${table}" WHERE "record_id" IN ${listed}`);
    database
      .prepare(`DELETE FROM ${quote(root.textIndex)} WHERE rowid IN ${listed}`)
      .run(JSON.stringify(rows.map(({ seq }) => seq)));
    run(`DELETE FROM ${quote(root.table)} WHERE "id" IN ${listed}`);
    return rows.length === removedAtOnce;
  });
}
