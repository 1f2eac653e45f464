/** Erasing one record, or only its vault, inside the transaction of the decision. */
import type { ErasedKind, ErasureScope } from '#shared/contract/retention.ts';
import type { RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import type { Clock, Publish } from '../ports.ts';
import type { Found } from '../records/record-store.ts';
import { noteChange } from '../records/write-revision.ts';
import { type ErasureTarget, erasersOf } from './erasers.ts';

export type ErasedCounts = Readonly<Partial<Record<ErasedKind, number>>>;

const targetOf = (database: RegisterDatabase, { record: { meta } }: Found): ErasureTarget => ({
  database,
  id: meta.id,
  seq: meta.seq,
});

const erasersFor = (root: RootTables, scope: ErasureScope) =>
  erasersOf(root).filter(({ scopes }) => scopes.includes(scope));

/** How many rows of each kind are stored of a record, or of its vault. */
export function countStored(database: RegisterDatabase, found: Found, scope: ErasureScope): ErasedCounts {
  const target = targetOf(database, found);
  const counts: Partial<Record<ErasedKind, number>> = {};
  for (const { kind, count } of erasersFor(found.store.root, scope)) {
    const rows = count(target);
    if (rows > 0) counts[kind] = (counts[kind] ?? 0) + rows;
  }
  return counts;
}

/** Whether anything is stored that identifies the person: present or earlier identities, attachments, keyed names. */
export const holdsIdentity = (root: RootTables, target: ErasureTarget): boolean =>
  erasersFor(root, 'vault').some(({ count }) => count(target) > 0);

interface ErasureParts {
  readonly clock: Clock;
  readonly publish: Publish;
}

interface Decision {
  readonly scope: ErasureScope;
  readonly accountId: string;
  readonly reason: string;
}

/** Erases and returns what it erased; lists and tables are told by a change that carries no content. */
export function eraseStored(
  { clock, publish }: ErasureParts,
  database: RegisterDatabase,
  found: Found,
  { scope, accountId, reason }: Decision,
): ErasedCounts {
  const { store, record } = found;
  const { meta, content } = record;
  const at = clock.now().toISOString();
  const counts = countStored(database, found, scope);
  const target = targetOf(database, found);
  for (const { erase } of erasersFor(store.root, scope)) erase(target);
  if (scope === 'vault') {
    // A form that was opened before must not be able to save the identity again.
    const revision = meta.revision + 1;
    store.writer.update({ ...meta, revision }, content, record);
    appendHistory(database, {
      recordId: meta.id,
      revision,
      at,
      accountId,
      entity: store.root.vault?.entity.id ?? store.entity,
      rowId: null,
      field: null,
      event: 'identity-erased',
      before: null,
      after: null,
      reason,
      sealed: null,
    });
  }
  noteChange(database, publish, store.entity, meta.id, at);
  return counts;
}
