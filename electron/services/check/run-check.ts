/** Is the register sound? Everything that can be recomputed is recomputed, on a read-only connection. */
import { join } from 'node:path';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { openDatabase } from '../../database/open-database.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { shapesOf, tablesOf, textIndexesOf } from '../../database/registers.ts';
import { visibleCondition } from '../../database/repositories/record-reader.ts';
import { missingStatements } from '../../database/schema-difference.ts';
import { databaseFile, readHeader, verifyHeader } from '../../security/header.ts';
import { checkAttachments } from '../attachments/check-attachments.ts';
import { readSeal, verifyChain } from '../audit.ts';
import { loadKind } from '../load-kind.ts';
import type { JobTools } from '../ports.ts';
import { openValues } from '../records/vault-cipher.ts';
import { compareRecount, hasRecount } from './compare-recount.ts';

export interface CheckJobInput {
  readonly kind: RegisterKind;
  readonly registerId: string;
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly vaultKey: Uint8Array | null;
  /** Seal from a print or a backup, to be found in the chain. */
  readonly seal: string | null;
}

type Result = JobResult<'register.check'>;
type Finding = Result['findings'][number];
type Answer = Finding['detail'] & { readonly sound: boolean };
type Step = readonly [check: Finding['check'], run: () => Answer];

/** Runs every check; one that fails does not keep the others from running. */
export async function runCheckJob(input: CheckJobInput, tools: JobTools): Promise<Result> {
  await loadKind(input.kind);
  const dataKey = Buffer.from(input.dataKey);
  const database = openDatabase({ file: join(input.folder, databaseFile), key: dataKey, mode: 'read' });
  try {
    const { seal: wantedSeal, vaultKey } = input;
    const steps: readonly Step[] = [
      ['integrity', () => integrity(database)],
      ['schema', () => schema(database, input.kind)],
      ['foreign-keys', () => foreignKeys(database)],
      ['audit-chain', () => auditChain(database)],
      ...(wantedSeal === null ? [] : [['seal', () => seal(database, wantedSeal)] satisfies Step]),
      ['header', () => header(input.folder, dataKey)],
      ['counts', () => counts(database, input.kind)],
      ...(vaultKey === null ? [] : [['vault', () => vault(database, input, Buffer.from(vaultKey))] satisfies Step]),
      ...(hasRecount(input.kind) ? [['recount', () => compareRecount(database, input.kind)] satisfies Step] : []),
    ];
    const findings: Finding[] = [];
    for (const [position, [check, run]] of steps.entries()) {
      tools.progress(check, position, steps.length);
      await new Promise((resolve) => setImmediate(resolve));
      if (tools.signal.aborted) throw tools.signal.reason;
      const { sound, ...detail } = attempt(run);
      findings.push({ check, sound, detail });
    }
    return {
      sound: findings.every((finding) => finding.sound),
      findings,
      counts: recordCounts(database, input.kind),
      seal: readSeal(database),
    };
  } finally {
    database.close();
    dataKey.fill(0);
  }
}

/** A page that fails its authentication throws from whatever read it. */
function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (cause) {
    return { sound: false, failure: cause instanceof Error && 'code' in cause ? String(cause.code) : 'FAILED' };
  }
}

function integrity(database: RegisterDatabase) {
  const answer = database.sql.pragma('integrity_check', { simple: true });
  return { sound: answer === 'ok', answer: String(answer).slice(0, 200) };
}

function schema(database: RegisterDatabase, kind: RegisterKind) {
  const missing = missingStatements(database.sql, shapesOf(kind), textIndexesOf(kind));
  return { sound: missing.length === 0, missing: missing.length };
}

function foreignKeys(database: RegisterDatabase) {
  const orphans = database.sql.pragma('foreign_key_check') as unknown[];
  return { sound: orphans.length === 0, orphans: orphans.length };
}

function auditChain(database: RegisterDatabase) {
  const { sound, entries, brokenAt } = verifyChain(database, null);
  return { sound, entries, ...(brokenAt === null ? {} : { brokenAt }) };
}

function seal(database: RegisterDatabase, wanted: string) {
  return { sound: verifyChain(database, wanted).sealFound === true };
}

function header(folder: string, dataKey: Buffer) {
  const found = readHeader(folder);
  verifyHeader(found, dataKey);
  return { sound: true, generation: found.generation, accounts: found.keys.slots.length };
}

/** Visible records outside the bin, by record type. */
function recordCounts(database: RegisterDatabase, kind: RegisterKind): Record<string, number> {
  return Object.fromEntries(
    tablesOf(kind).roots.map(({ table }) => {
      const row = database
        .prepare(`SELECT count(*) AS n FROM "${table}" WHERE binned_at IS NULL AND ${visibleCondition}`)
        .get();
      return [table, Number(row?.n ?? 0)];
    }),
  );
}

/** Every record has its text in the index, and numbers are given once. */
function counts(database: RegisterDatabase, kind: RegisterKind) {
  const roots = tablesOf(kind).roots.map(({ table, textIndex }) => {
    const number = (sql: string): number => Number(database.prepare(sql).get()?.n ?? 0);
    return {
      records: number(`SELECT count(*) AS n FROM "${table}"`),
      indexed: number(`SELECT count(*) AS n FROM "${textIndex}"`),
      doubles: number(`SELECT count(*) - count(DISTINCT number) AS n FROM "${table}" WHERE number IS NOT NULL`),
    };
  });
  const sum = (name: 'records' | 'indexed' | 'doubles'): number => roots.reduce((total, each) => total + each[name], 0);
  return {
    sound: sum('records') === sum('indexed') && sum('doubles') === 0,
    records: sum('records'),
    indexed: sum('indexed'),
    doubleNumbers: sum('doubles'),
  };
}

/** Opens every sealed identity and every attachment; what they say goes nowhere. */
function vault(database: RegisterDatabase, { kind, registerId }: CheckJobInput, key: Buffer) {
  let opened = 0;
  let broken = 0;
  for (const { vault: table } of tablesOf(kind).roots) {
    if (!table) continue;
    const rows = database.sql
      .prepare<[], { record_id: string; revision: number; sealed: Buffer }>(
        `SELECT record_id, revision, sealed FROM "${table.table}"`,
      )
      .iterate();
    for (const row of rows) {
      try {
        openValues(key, { registerId, recordId: row.record_id, revision: row.revision }, row.sealed);
        opened += 1;
      } catch {
        broken += 1;
      }
    }
  }
  const attachments = checkAttachments(database, registerId, key);
  key.fill(0);
  const isSound = broken === 0 && attachments.brokenAttachments === 0;
  return { sound: isSound, opened, broken, ...attachments };
}
