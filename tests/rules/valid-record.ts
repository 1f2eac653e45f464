/** Valid records to break: invented ones that satisfy every rule. */
import fc from 'fast-check';
import { deliveredReferenceLists } from '#shared/dictionary/reference-lists/delivered.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import { textOf } from '#shared/records/read-value.ts';
import type { EarlierRegistration, FieldValue, Finding, RuleContext, RuleSubject } from '#shared/records/record.ts';
import { generateVictims } from '#shared/training/generate.ts';

export const today = '2026-11-22';
const reference = deliveredReferenceLists('XKX');

export interface Valid {
  readonly subject: RuleSubject;
  readonly context: RuleContext;
}

function makePool(): readonly Valid[] {
  const earlier = new Map<string, EarlierRegistration[]>();
  const pool: Valid[] = [];
  for (const record of generateVictims({ records: 1500, seed: 41, today, country: 'XKX', reference })) {
    const person = record.sameCodeAs ?? record.id;
    const otherRegistrations = [...(earlier.get(person) ?? [])];
    earlier.set(person, [...otherRegistrations, { recordId: record.id, content: record.content }]);
    if (record.entity !== 'victim' || record.state === 'draft' || record.confirmed.length > 0) continue;
    const subject: RuleSubject = {
      entity: record.entity,
      id: record.id,
      ...record.content,
      ...(record.identity ? { identity: record.identity } : {}),
    };
    pool.push({ subject, context: contextWith({ otherRegistrations }) });
  }
  return pool;
}

/** What rules know beyond the record, nothing unusual unless stated. */
export function contextWith(stated: Partial<RuleContext>): RuleContext {
  const institution: RuleContext['institution'] = (id) => {
    const found = reference.INST.find(({ code }) => code === id);
    return found && { ...found, type: found.type ?? 'other', country: found.country ?? 'XKX' };
  };
  const inUse: RuleContext['inUse'] = (list, code) =>
    reference[list as keyof typeof reference]?.find((entry) => entry.code === code);
  return { today, ownCountry: 'XKX', institution, inUse, otherRegistrations: [], likelyDuplicates: [], ...stated };
}

export const pool = makePool();

/** A record of the pool that a question selects. */
export function validRecord(select: (valid: Valid) => boolean = () => true): fc.Arbitrary<Valid> {
  return fc.constantFrom(...pool.filter(select));
}

export const findingsOf = ({ subject, context }: Valid): readonly Finding[] =>
  evaluateRecord(victims, subject, context, 'complete');

/** The record with other answers. */
export const withValues = (subject: RuleSubject, values: Record<string, FieldValue>): RuleSubject => ({
  ...subject,
  values: { ...subject.values, ...values },
});

/** The record with other answers in a row of a group; undefined where it has no such row. */
export function withRow(
  subject: RuleSubject,
  entity: string,
  position: number,
  values: Record<string, FieldValue>,
): RuleSubject | undefined {
  const rows = subject.groups[entity] ?? [];
  const row = rows.at(position);
  if (!row) return undefined;
  const edited = { ...row, values: { ...row.values, ...values } };
  return { ...subject, groups: { ...subject.groups, [entity]: rows.map((each) => (each === row ? edited : each)) } };
}

/** The record with other rows of a group. */
export const withRows = (
  subject: RuleSubject,
  entity: string,
  rows: readonly Record<string, FieldValue>[],
): RuleSubject => ({
  ...subject,
  groups: { ...subject.groups, [entity]: rows.map((values, index) => ({ id: `row ${entity} ${index}`, values })) },
});

export const text = (subject: RuleSubject, field: string): string | undefined => textOf(subject.values, field);
