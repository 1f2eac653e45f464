/** What rules and derived values know beyond the record itself. */
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { identityWithin, seenIdentity } from '#shared/records/identity.ts';
import {
  type FieldValue,
  isKnown,
  type RecordContent,
  type RuleContext,
  type RuleSubject,
  type Values,
} from '#shared/records/record.ts';
import { referenceFacts } from '#shared/records/reference-facts.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { readLimits } from '../limits.ts';
import type { Clock } from '../ports.ts';
import { referenceLookup } from '../reference.ts';
import { namedTextsOf } from './named-texts.ts';
import type { RecordSession } from './record-session.ts';
import type { RootStore } from './record-store.ts';
import { openValues } from './vault-cipher.ts';

/** Calendar day at the workstation. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Other registrations under one pseudonymous code, in order of entry. */
export function registrationsOf(
  session: Pick<RecordSession, 'register'>,
  store: RootStore,
  code: string | null,
  except: string,
): StoredRecord[] {
  if (code === null) return [];
  const rows = session.register.database
    .prepare(
      `SELECT "id" FROM ${quote(store.root.table)} WHERE "code" = ? AND "id" <> ? AND "binned_at" IS NULL ORDER BY "seq"`,
    )
    .all(code, except);
  return store.reader.loadMany(rows.map(({ id }) => String(id)));
}

/** Fields of R28 that stand beside the birth date: sex, main citizenship, country of recruitment. */
const likenessFields = ['sex', 'citizenship', 'recruitment_country'] as const;

const mainValue = (value: FieldValue | undefined): string | null => {
  if (!isKnown(value)) return null;
  return typeof value === 'object' ? (value[0] ?? null) : String(value);
};

/** R28: the same keyed name and birth date, or the same birth date with the same sex, citizenship and country. */
export function likelyDuplicates(store: RootStore, recordId: string, code: string | null, values: Values): string[] {
  const { byName, byBirth } = store.vault?.alike(recordId) ?? { byName: [], byBirth: [] };
  if (byName.length + byBirth.length === 0) return [];
  const named = new Set(byName);
  const isAlike = ({ content }: StoredRecord): boolean =>
    likenessFields.every((field) => {
      const own = mainValue(values[field]);
      return own !== null && own === mainValue(content.values[field]);
    });
  // Registrations under the same code are known to be the same person.
  const others = store.reader
    .loadFields([...new Set([...byName, ...byBirth])], likenessFields)
    .filter((other) => (code === null || other.meta.code !== code) && (named.has(other.meta.id) || isAlike(other)));
  return others.toSorted((a, b) => b.meta.seq - a.meta.seq).map(({ meta }) => meta.id);
}

type Others = Pick<RuleContext, 'otherRegistrations' | 'likelyDuplicates'>;
const lastOthers = new WeakMap<RegisterDatabase, { readonly key: string; readonly others: Others }>();

/**
 * What other records say about one. It is read when the record is opened and again when it is saved; between the two
 * nobody has changed a record, as a rule.
 */
function othersOf(
  session: Pick<RecordSession, 'register'>,
  store: RootStore,
  { id, code, values }: { readonly id: string; readonly code: string | null; readonly values: Values },
): Others {
  const { database } = session.register;
  const read = (): Others => ({
    otherRegistrations: registrationsOf(session, store, code, id).map(({ meta, content }) => ({
      recordId: meta.id,
      content,
    })),
    likelyDuplicates: likelyDuplicates(store, id, code, values),
  });
  // Of what a transaction has written so far only its own reading tells.
  if (!database.isAsStored) return read();
  const key = [database.changeNumber(), id, code, ...likenessFields.map((field) => mainValue(values[field]))].join('|');
  const last = lastOthers.get(database);
  if (last?.key === key) return last.others;
  const others = read();
  lastOthers.set(database, { key, others });
  return others;
}

/** Context of one record for rules in the worker and in the window. */
export function contextOf(
  session: Pick<RecordSession, 'register'>,
  store: RootStore,
  record: { readonly id: string; readonly code: string | null; readonly values: Values },
  clock: Clock,
): RuleContext {
  const { database, kind } = session.register;
  return {
    today: localDay(clock.now()),
    ownCountry: session.register.country,
    limits: readLimits(database, kind),
    ...referenceFacts(registerOf(kind), referenceLookup(database).find),
    namedTexts: namedTextsOf(session.register.database),
    ...othersOf(session, store, record),
  };
}

/** Direct identifiers of a record: undefined without the vault key, empty where none are stored. */
export function identityOf(
  session: Pick<RecordSession, 'register'>,
  store: RootStore,
  recordId: string,
): Values | undefined {
  const key = session.register.keys.vault;
  if (!store.vault || key === null) return undefined;
  const row = store.vault.load(recordId);
  if (!row) return {};
  const identity = openValues(key, { registerId: session.register.id, recordId, revision: row.revision }, row.sealed);
  return withoutGoneRows(session, store, recordId, identity);
}

/**
 * What a vault says of rows that somebody has taken away is no identity any more. It stays sealed with the rest until
 * that is saved again, so that a row put back has its identity back.
 */
function withoutGoneRows(
  { register: { database } }: Pick<RecordSession, 'register'>,
  { root: { vault } }: RootStore,
  recordId: string,
  identity: Values,
): Values {
  if (vault === null || vault.persons.recordColumn === 'id') return identity;
  const rows = database
    .prepare(`SELECT "id" FROM ${quote(vault.persons.table)} WHERE "record_id" = ?`)
    .all(recordId)
    .map(({ id }) => String(id));
  return identityWithin(identity, new Set(rows));
}

/** A record as rules see it; identities only for rules and derived values, never for an answer. */
export function subjectOf(
  index: RegisterIndex,
  entity: string,
  id: string,
  content: RecordContent,
  identity: Values | undefined,
): RuleSubject {
  return {
    entity,
    id,
    values: content.values,
    groups: content.groups,
    ...seenIdentity(index, entity, identity),
  };
}
