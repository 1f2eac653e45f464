/** What comes from the window or a file, checked against the declarations before anything is stored. */
import { AppError } from '#shared/contract/errors.ts';
import { checkValues } from '#shared/dictionary/derive-schema.ts';
import { isTyped, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { canonicalValue, outerRowOf, rowsOf, sameValue, withinKey } from '#shared/records/content.ts';
import { identitiesByRow, identityField, joinIdentities } from '#shared/records/identity.ts';
import { type FieldValue, type GroupRow, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import { referenceLookup } from '../reference.ts';
import { wrongRecord } from './named-record.ts';
import { compactValues } from './record-diff.ts';
import { indexOfSession, isSupervisor, type RecordSession } from './record-session.ts';

const isWithheld = (value: FieldValue | undefined): boolean => isMissing(value) && value.missing === 'withheld';

/**
 * Values of one entity: typed fields as they came, derived ones as they were; INVALID_INPUT names fields only. What
 * stays as it is stored is not asked again, and keeps its object: later steps see at once that it is the same.
 */
export function acceptValues(session: RecordSession, entity: string, incoming: Values, stored: Values): Values {
  const index = indexOfSession(session);
  const isWithin = index.outerGroupOf(entity) !== undefined;
  const isSet = (id: string): boolean => {
    const field = index.findField(entity, id);
    return field !== undefined && !isTyped(field);
  };
  const accepted: Record<string, FieldValue> = {};
  const changed: Record<string, FieldValue> = {};
  for (const [id, came] of Object.entries(incoming)) {
    const value = canonicalValue(typeof came === 'string' ? came.trim() : came);
    if (value === null || isSet(id)) continue;
    // Where a row stands is no answer: `acceptContent` looks at it.
    if (isWithin && id === withinKey) {
      accepted[id] = stored[id] ?? value;
      continue;
    }
    const before = stored[id];
    if (before !== undefined && sameValue(value, before)) accepted[id] = before;
    else accepted[id] = changed[id] = value;
  }
  const supervises = isSupervisor(session);
  const issues = checkValues(index, entity, changed, {
    hasReference: referenceLookup(session.register.database).has,
    mayWithhold: () => supervises,
    wrongRecord: (field, number) => wrongRecord(session, field, number, ownNumberOf(index, entity, stored)),
  });
  if (issues.length > 0) {
    throw new AppError('INVALID_INPUT', { fields: issues.map(({ field, code }) => `${entity}.${field}: ${code}`) });
  }
  for (const [id, before] of Object.entries(stored)) {
    if (isSet(id)) accepted[id] = before;
    else if (isWithheld(before) && !isWithheld(accepted[id]) && !supervises)
      throw new AppError('FORBIDDEN', { needs: ['supervisor'], field: id });
  }
  return accepted;
}

/** Running number of the record that is saved; null before it has one. */
function ownNumberOf(index: RegisterIndex, entity: string, stored: Values): number | null {
  const field = index.fieldsOf(entity).find(({ meta }) => meta === 'number');
  const number = field && stored[field.id];
  return typeof number === 'number' ? number : null;
}

/** Direct identifiers of a record, or of its rows; what is about a row that is not there is refused. */
export function acceptIdentity(
  session: RecordSession,
  vault: EntityDeclaration,
  incoming: Values,
  stored: Values,
  content: RecordContent,
): Values {
  const bearer = indexOfSession(session).outerGroupOf(vault.id);
  if (bearer === undefined) return acceptValues(session, vault.id, incoming, stored);
  const rows = new Set(rowsOf(content, bearer.id).map(({ id }) => id));
  const isStranger = ([key, value]: [string, FieldValue]): boolean =>
    canonicalValue(value) !== null && !rows.has(identityField(key).row ?? '');
  if (Object.entries(incoming).some(isStranger))
    throw new AppError('INVALID_INPUT', { fields: [`${vault.id}: UNKNOWN_ROW`] });
  const before = identitiesByRow(stored);
  const accepted = Object.entries(identitiesByRow(incoming)).map(([row, values]): [string, Values] => [
    row,
    acceptValues(session, vault.id, values, before[row] ?? {}),
  ]);
  return joinIdentities(Object.fromEntries(accepted));
}

/** Values and rows of a record. Derived values are set again afterwards; what the record itself holds stays. */
export function acceptContent(
  session: RecordSession,
  entity: string,
  incoming: RecordContent,
  stored: RecordContent,
): RecordContent {
  const index = indexOfSession(session);
  const declared = index.groupsOf(entity).map(({ id }) => id);
  const stranger = Object.keys(incoming.groups).find((id) => !declared.includes(id));
  if (stranger !== undefined) throw new AppError('INVALID_INPUT', { fields: ['groups: UNKNOWN_COLUMN'] });
  const groups: Record<string, GroupRow[]> = {};
  for (const group of declared) {
    const outer = index.outerGroupOf(group);
    const outerRows = outer && new Set(groups[outer.id]?.map(({ id }) => id));
    const rows = incoming.groups[group] ?? [];
    if (new Set(rows.map(({ id }) => id)).size < rows.length) {
      throw new AppError('INVALID_INPUT', { fields: [`${group}.id: DUPLICATE_KEY`] });
    }
    const before = new Map((stored.groups[group] ?? []).map(({ id, values }) => [id, values]));
    const accepted = rows.map(({ id, values }) => ({
      id,
      values: acceptValues(session, group, values, before.get(id) ?? {}),
    }));
    if (outerRows && accepted.some((row) => !outerRows.has(outerRowOf(row) ?? ''))) {
      throw new AppError('INVALID_INPUT', { fields: [`${group}.${withinKey}: UNKNOWN_ROW`] });
    }
    if (accepted.length > 0) groups[group] = accepted;
  }
  return { values: acceptValues(session, entity, incoming.values, stored.values), groups };
}

/** The same content without values and groups that say nothing. */
export function compactContent({ values, groups }: RecordContent): RecordContent {
  const kept = Object.entries(groups).filter(([, rows]) => rows.length > 0);
  return {
    values: compactValues(values),
    groups: Object.fromEntries(
      kept.map(([entity, rows]) => [entity, rows.map((row) => ({ id: row.id, values: compactValues(row.values) }))]),
    ),
  };
}
