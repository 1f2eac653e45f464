/** What is due for erasing: the period has passed, consent does not carry the identity, or a restore brought it back. */
import type { Output } from '#shared/contract/contract.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RetentionDeclaration } from '#shared/dictionary/vocabulary.ts';
import { addYears, dayInterval, isoDay } from '#shared/records/partial-date.ts';
import { textOf } from '#shared/records/read-value.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { erasuresCarriedOver, openProposalIds } from '../../database/repositories/erasures.ts';
import {
  type Candidate,
  consentCandidates,
  type PeriodCandidate,
  periodCandidates,
} from '../../database/repositories/retention-candidates.ts';
import type { OpenRegister } from '../open-register.ts';
import { type RootStore, storeOf } from '../records/record-store.ts';
import { holdsIdentity } from './erase-record.ts';
import { type RetentionSettings, readPeriods, yearsFor } from './periods.ts';

export type DueRow = Output<'retention.due'>['rows'][number];

type Register = Pick<OpenRegister, 'database' | 'kind'>;

/** Whether any institution has a period at all. */
export const isPeriodSet = ({ years, institutions }: RetentionSettings): boolean =>
  years !== null || Object.keys(institutions).length > 0;

/** Everything due on a day, earliest first, without what is proposed already. */
export function dueRows(register: Register, today: string): DueRow[] {
  const { database, kind } = register;
  const proposed = openProposalIds(database);
  const rows = registerOf(kind).retention.flatMap((declared) => {
    const store = storeOf(database, kind).of(declared.entity);
    return [...byPeriod(database, store, declared, today), ...byConsent(database, store, declared)];
  });
  return oncePerRecord([...afterRestore(register), ...rows])
    .filter(({ recordId }) => !proposed.has(recordId))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.number ?? 0) - (b.number ?? 0) : a.dueOn < b.dueOn ? -1 : 1));
}

/** Whoever erases a record erases its vault: the narrower of two rows about one record says nothing more. */
function oncePerRecord(rows: readonly DueRow[]): DueRow[] {
  const kept = new Map<string, DueRow>();
  for (const row of rows) {
    const before = kept.get(row.recordId);
    if (!before || (before.scope === 'vault' && row.scope === 'record')) kept.set(row.recordId, row);
  }
  return [...kept.values()];
}

const named = ({ entity }: RootStore, { id, number, code, institution, isBinned }: Candidate) => ({
  recordId: id,
  entity,
  number,
  code,
  institution,
  binned: isBinned,
});

/** The last day that the start may mean: nothing is erased a day too early. */
function startOf({ startDate, workedAt, createdAt }: PeriodCandidate): number {
  const stated = startDate === null ? undefined : dayInterval(startDate)?.latest;
  return stated ?? dayInterval((workedAt ?? createdAt).slice(0, 10))?.latest ?? Number.POSITIVE_INFINITY;
}

function byPeriod(
  database: RegisterDatabase,
  store: RootStore,
  declared: RetentionDeclaration,
  today: string,
): DueRow[] {
  const periods = readPeriods(database);
  const now = dayInterval(today)?.latest;
  const shortest = Math.min(...[periods.years ?? Number.POSITIVE_INFINITY, ...Object.values(periods.institutions)]);
  if (now === undefined || !Number.isFinite(shortest)) return [];
  const before = isoDay(addYears(now, -shortest));
  return periodCandidates(database, store.root, declared, before).flatMap((candidate): DueRow[] => {
    const years = yearsFor(periods, candidate.institution);
    const start = startOf(candidate);
    if (years === null || !Number.isFinite(start)) return [];
    const due = addYears(start, years);
    if (due > now) return [];
    return [{ ...named(store, candidate), scope: 'record', cause: 'period', since: isoDay(start), dueOn: isoDay(due) }];
  });
}

/** Consent that was withdrawn, refused or never asked for, without another legal basis: the vault has to be empty. */
function byConsent(database: RegisterDatabase, store: RootStore, declared: RetentionDeclaration): DueRow[] {
  const { vault } = declared;
  if (!vault) return [];
  return consentCandidates(database, store.root, declared)
    .filter(({ values }) => vault.mayBeKept(values) === false)
    .flatMap((candidate): DueRow[] => {
      const { id, seq } = candidate;
      if (!holdsIdentity(store.root, { database, id, seq })) return [];
      const since = textOf(candidate.values, vault.withdrawnOn) ?? candidate.savedAt.slice(0, 10);
      return [{ ...named(store, candidate), scope: 'vault', cause: 'consent', since, dueOn: since }];
    });
}

/** Erased before, and in the register again because a backup was restored that still held them. */
function afterRestore({ database, kind }: Register): DueRow[] {
  const stores = storeOf(database, kind);
  return erasuresCarriedOver(database).flatMap(({ recordId, entity, institution, scope, carriedAt }): DueRow[] => {
    const store = stores.of(entity);
    const record = store.reader.load(recordId);
    if (!record) return [];
    const { id, seq, number, code, binnedAt } = record.meta;
    if (scope === 'vault' && !holdsIdentity(store.root, { database, id, seq })) return [];
    const dueOn = carriedAt.slice(0, 10);
    const binned = binnedAt !== null;
    return [{ recordId, entity, number, code, institution, binned, scope, cause: 'restored', since: null, dueOn }];
  });
}
