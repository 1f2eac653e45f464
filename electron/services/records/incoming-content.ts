/** What comes from the window or a file, checked against the declarations before anything is stored. */
import { AppError } from '#shared/contract/errors.ts';
import { checkValues } from '#shared/dictionary/derive-schema.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, type GroupRow, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import { referenceLookup } from '../reference.ts';
import { compactValues } from './record-diff.ts';
import { indexOfSession, isSupervisor, type RecordSession } from './record-session.ts';

const isWithheld = (value: FieldValue | undefined): boolean => isMissing(value) && value.missing === 'withheld';

/** Values of one entity: typed fields as they came, derived ones as they were; INVALID_INPUT names fields only. */
export function acceptValues(session: RecordSession, entity: string, incoming: Values, stored: Values): Values {
  const index = indexOfSession(session);
  const fields = index.fieldsOf(entity);
  const isSet = (field: FieldDeclaration): boolean => field.derived === true || field.meta !== undefined;
  const set = fields.filter(isSet).map(({ id }) => id);
  const typed = compactValues(
    Object.fromEntries(
      Object.entries(incoming)
        .filter(([id]) => !set.includes(id))
        .map(([id, value]) => [id, typeof value === 'string' ? value.trim() : value]),
    ),
  );
  const supervises = isSupervisor(session);
  const issues = checkValues(index, entity, typed, {
    hasReference: referenceLookup(session.register.database).has,
    mayWithhold: (field) => supervises || isWithheld(stored[field.id]),
  });
  if (issues.length > 0) {
    throw new AppError('INVALID_INPUT', { fields: issues.map(({ field, code }) => `${entity}.${field}: ${code}`) });
  }
  const lifted = Object.keys(stored).find(
    (id) => isWithheld(stored[id]) && !isWithheld(typed[id]) && !set.includes(id),
  );
  if (lifted !== undefined && !supervises) throw new AppError('FORBIDDEN', { needs: ['supervisor'], field: lifted });
  const kept = set.flatMap((id) => (stored[id] === undefined ? [] : [[id, stored[id]] as const]));
  return { ...typed, ...Object.fromEntries(kept) };
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
    const rows = incoming.groups[group] ?? [];
    if (new Set(rows.map(({ id }) => id)).size < rows.length) {
      throw new AppError('INVALID_INPUT', { fields: [`${group}.id: DUPLICATE_KEY`] });
    }
    const before = new Map((stored.groups[group] ?? []).map(({ id, values }) => [id, values]));
    const accepted = rows.map(({ id, values }) => ({
      id,
      values: acceptValues(session, group, values, before.get(id) ?? {}),
    }));
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
