/** One person who was registered more than once: her registrations keep one code and are numbered in their order. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isKnown, type RecordContent } from '#shared/records/record.ts';
import { insertMerged } from '../../database/repositories/merges.ts';
import { acceptContent } from '../records/incoming-content.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import type { Found, RootStore } from '../records/record-store.ts';
import { registrationsOf } from '../records/rule-context.ts';
import { type MergeParts, requireMergeable, rewriteAll } from './merge-parts.ts';

/** How registrations of one person are declared for a record type; undefined where it knows none. */
export const declaredRegistrations = (session: RecordSession, { entity }: RootStore) =>
  indexOfSession(session).entity(entity).registrations;

/** Every registration under the codes of these records, in the order of their registration. */
export function registrationsOfBoth(session: RecordSession, founds: readonly Found[]): Found[] {
  const all = new Map<string, Found>();
  for (const found of founds) {
    const { store, record } = found;
    all.set(record.meta.id, found);
    for (const other of registrationsOf(session, store, record.meta.code, record.meta.id))
      all.set(other.meta.id, { store, record: other });
  }
  return [...all.values()].toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : seq(a) - seq(b)));
}

const seq = ({ record }: Found): number => record.meta.seq;

/** Day of registration, or of entry where that is not known. */
const dayOf = ({ store, record }: Found): string => registeredOn(store, record.content) ?? record.meta.createdAt;

export function registeredOn({ root }: RootStore, { values }: RecordContent): string | null {
  const day = root.registrationDate === null ? null : values[root.registrationDate];
  return isKnown(day) && typeof day === 'string' ? day : null;
}

export function mergePersons(
  parts: MergeParts,
  session: RecordSession,
  { code, registrations, reason }: ParsedInput<'merge.persons'>,
): Output<'merge.persons'> {
  const founds = registrations.map(({ id, revision }) => requireMergeable(session, id, revision));
  const store = requireOnePerson(session, founds, code);
  const declared = declaredRegistrations(session, store);
  if (declared === undefined) throw new AppError('INVALID_INPUT', { fields: ['registrations'] });

  const rewrites = founds.flatMap((found, position) => {
    const { meta, content } = found.record;
    const { episode, relation } = registrations[position] ?? { episode: 0, relation: '' };
    const values = { ...content.values, [declared.episode]: episode, [declared.relation]: relation };
    const isSame =
      meta.code === code &&
      content.values[declared.episode] === episode &&
      content.values[declared.relation] === relation;
    if (isSame) return [];
    const accepted = acceptContent(session, store.entity, { values, groups: content.groups }, content);
    const event = {
      event: 'person-linked',
      before: { code: meta.code },
      after: { code, from: meta.code ?? '–' },
    } as const;
    return [{ found, content: accepted, meta: { code }, events: [event] }];
  });
  const id = parts.newId();
  const stored = rewriteAll(parts, session, rewrites, reason);
  const at = parts.clock.now().toISOString();
  for (const [position, { found }] of rewrites.entries()) {
    const { meta } = found.record;
    insertMerged(session.register.database, {
      mergeId: id,
      kind: 'person',
      recordId: meta.id,
      role: 'linked',
      before: meta.revision,
      after: stored[position]?.meta.revision ?? meta.revision,
      copied: null,
      accountId: session.account.id,
      at,
    });
  }
  return { id, changed: rewrites.length };
}

/** The code is one of theirs, and nobody else bears any of their codes. */
function requireOnePerson(session: RecordSession, founds: readonly Found[], code: string): RootStore {
  const [first] = founds;
  if (!first || founds.some(({ store }) => store !== first.store)) {
    throw new AppError('INVALID_INPUT', { fields: ['registrations'] });
  }
  if (!founds.some(({ record }) => record.meta.code === code))
    throw new AppError('INVALID_INPUT', { fields: ['code'] });
  const given = new Set(founds.map(({ record }) => record.meta.id));
  const missing = registrationsOfBoth(session, founds).find(({ record }) => !given.has(record.meta.id));
  // A registration that came in meanwhile belongs to the decision too.
  if (missing)
    throw new AppError('STALE_REVISION', { id: missing.record.meta.id, current: missing.record.meta.revision });
  return first.store;
}
