/** Adding, correcting and retiring entries of the lists that the installation keeps. Nothing is ever deleted. */
import { and, eq } from 'drizzle-orm';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isCountry } from '#shared/dictionary/reference-lists/country.ts';
import { editedLists } from '#shared/dictionary/reference-lists/edited-lists.ts';
import {
  contradictedFact,
  type EntryFacts,
  keptFacts,
  kindListOf,
  noFacts,
  pickFacts,
} from '#shared/dictionary/reference-lists/entry-facts.ts';
import { alikeEntries, orderedNames } from '#shared/dictionary/reference-lists/entry-names.ts';
import { isInUse } from '#shared/records/in-use.ts';
import { dayNumber, isoDay } from '#shared/records/partial-date.ts';
import { referenceEntry, registerInfo } from '../../database/fixed-tables.ts';
import { appendChange, type ChangeOfEntry } from '../../database/repositories/reference-changes.ts';
import type { Clock, Publish } from '../ports.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import { insertEntries, readReferences } from '../reference.ts';

export interface EditParts {
  readonly clock: Clock;
  readonly publish: Publish;
}

export type Entry = Output<'reference.list'>['lists'][string][number];
type Facts = Pick<ParsedInput<'reference.add'>, 'names' | 'type' | 'activeFrom' | 'despiteAlike'> & EntryFacts;
type Written = Pick<Entry, 'names' | 'type' | 'activeFrom' | 'activeTo' | 'successor'> & EntryFacts;

/** Entries of a list that this register keeps; INVALID_INPUT for any other. */
export function entriesOf(session: RecordSession, list: string): readonly Entry[] {
  const { register } = indexOfSession(session);
  if (!editedLists(register).includes(list)) throw new AppError('INVALID_INPUT', { fields: ['list'] });
  return readReferences(session.register.database)[list] ?? [];
}

/** The entry with this code; REFERENCE_NOT_FOUND otherwise. */
export function requireEntry(entries: readonly Entry[], code: string): Entry {
  const entry = entries.find((each) => each.code === code);
  if (!entry) throw new AppError('REFERENCE_NOT_FOUND', { code });
  return entry;
}

/** The entry as it was looked at; REFERENCE_CHANGED where somebody changed it since. */
function requireUnchanged(session: RecordSession, { list, code, revision }: ParsedInput<'reference.reinstate'>) {
  const entries = entriesOf(session, list);
  const entry = requireEntry(entries, code);
  if (entry.revision !== revision) throw new AppError('REFERENCE_CHANGED', { code });
  return { entries, entry };
}

const invalid = (...fields: readonly string[]) => new AppError('INVALID_INPUT', { fields });

/**
 * Names in order, and what a list says of its entries; a name in the working language is needed. What was accepted as
 * alike before is not asked about again: only names that are new are compared.
 */
function acceptFacts(
  session: RecordSession,
  list: string,
  facts: Facts,
  others: readonly Entry[],
  before: Entry['names'] = {},
) {
  const { database } = session.register;
  const working = database.orm.select({ language: registerInfo.language }).from(registerInfo).get()?.language ?? 'en';
  const names = orderedNames(facts.names, working);
  if (names[working] === undefined) throw invalid(`names.${working}`);
  const index = indexOfSession(session);
  const kindList = kindListOf(index.register, list);
  const isKind = kindList !== null && index.code(kindList, facts.type ?? '') !== undefined;
  if (kindList !== null && !isKind) throw invalid('type');
  if (facts.country !== null && !isCountry(facts.country)) throw invalid('country');
  const kept = keptFacts(index.register, list, pickFacts(facts));
  const contradicted = contradictedFact(kept);
  if (contradicted !== null) throw invalid(contradicted);
  const fresh = Object.fromEntries(Object.entries(names).filter(([language, name]) => before[language] !== name));
  const alike = alikeEntries(fresh, others);
  if (alike.length > 0 && !facts.despiteAlike) {
    throw new AppError('REFERENCE_ALIKE', { codes: alike.map(({ code }) => code) });
  }
  return {
    names,
    type: kindList === null ? null : facts.type,
    ...kept,
    activeFrom: facts.activeFrom,
  };
}

/** The facts of two versions that differ, names one by one. */
function difference(before: Written, after: Written): Pick<ChangeOfEntry, 'before' | 'after'> {
  const flat = ({ names, ...facts }: Written): Record<string, string | number | boolean | null> => ({
    ...facts,
    ...Object.fromEntries(Object.entries(names).map(([language, name]) => [`names.${language}`, name])),
  });
  const [old, next] = [flat(before), flat(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const differing = keys.filter((key) => (old[key] ?? null) !== (next[key] ?? null));
  const pick = (from: typeof old) => Object.fromEntries(differing.map((key) => [key, from[key] ?? null]));
  return { before: pick(old), after: pick(next) };
}

const nothingYet: Written = { ...noFacts, names: {}, type: null, activeFrom: null, activeTo: null, successor: null };
const writtenOf = (entry: Entry): Written => {
  const { names, type, activeFrom, activeTo, successor } = entry;
  return { names, type, ...pickFacts(entry), activeFrom, activeTo, successor };
};

/** Keeps a change of an entry and tells everybody who shows its name. */
export function noteEntryChange(
  { clock, publish }: EditParts,
  { account, register: { database } }: RecordSession,
  change: Pick<ChangeOfEntry, 'list' | 'code' | 'change' | 'before' | 'after' | 'reason'>,
): void {
  appendChange(database, { ...change, at: clock.now().toISOString(), accountId: account.id });
  database.afterCommit(() => publish('reference.changed', { list: change.list }));
}

interface Place {
  readonly list: string;
  readonly code: string;
}

/** Writes what differs, with its history; returns the names of what was changed, none where nothing was. */
function writeEntry(
  parts: EditParts,
  session: RecordSession,
  { list, code }: Place,
  [before, after]: readonly [Written, Written],
  change: ChangeOfEntry['change'],
  reason: string | null = null,
): string[] {
  const differing = difference(before, after);
  const changed = Object.keys(differing.after);
  if (changed.length === 0) return [];
  session.register.database.orm
    .update(referenceEntry)
    .set(after)
    .where(and(eq(referenceEntry.list, list), eq(referenceEntry.code, code)))
    .run();
  noteEntryChange(parts, session, { list, code, change, ...differing, reason });
  return changed;
}

/** A new entry gets the next number of its list, and keeps number and code for ever. */
export function addEntry(parts: EditParts, session: RecordSession, input: ParsedInput<'reference.add'>): number {
  const { list, code } = input;
  const { database } = session.register;
  return database.write(() => {
    const entries = entriesOf(session, list);
    const taken = entries.find((each) => each.code.toLowerCase() === code.toLowerCase());
    if (taken) throw new AppError('REFERENCE_CODE_TAKEN', { code: taken.code });
    const facts = acceptFacts(session, list, input, entries);
    insertEntries(database, list, [{ ...facts, code, municipality: null, activeTo: null, successor: null }]);
    const added = { ...nothingYet, ...facts };
    noteEntryChange(parts, session, { list, code, change: 'added', ...difference(nothingYet, added), reason: null });
    return requireEntry(entriesOf(session, list), code).number;
  });
}

/** Corrects an entry; returns the names of what was changed. */
export function correctEntry(parts: EditParts, session: RecordSession, input: ParsedInput<'reference.correct'>) {
  return session.register.database.write(() => {
    const { entries, entry } = requireUnchanged(session, input);
    const others = entries.filter(({ code }) => code !== entry.code);
    const facts = acceptFacts(session, input.list, input, others, entry.names);
    const { activeFrom } = facts;
    if (activeFrom !== null && entry.activeTo !== null && activeFrom > entry.activeTo) throw invalid('activeFrom');
    const before = writtenOf(entry);
    return writeEntry(parts, session, input, [before, { ...before, ...facts }], 'corrected');
  });
}

const dayAfter = (day: string): string => isoDay((dayNumber(day) ?? 0) + 1);

/** Another entry of the list that is in use when this one is not any more, and does not lead back to it. */
function requireSuccessor(entries: readonly Entry[], { code }: Entry, lastDay: string, wanted: string): void {
  const successor = entries.find((each) => each.code === wanted);
  const isUsable = successor !== undefined && isInUse(successor, dayAfter(lastDay));
  const seen = new Set<string>();
  let at: Entry | undefined = successor;
  while (at !== undefined && at.code !== code && !seen.has(at.code)) {
    seen.add(at.code);
    const next: string | null = at.successor;
    at = entries.find((each) => each.code === next);
  }
  if (!isUsable || at?.code === code) throw new AppError('REFERENCE_SUCCESSOR', { code: wanted });
}

/** Ends the use of an entry with a day; records keep it, and it goes on counting under its own name. */
export function retireEntry(parts: EditParts, session: RecordSession, input: ParsedInput<'reference.retire'>) {
  return session.register.database.write(() => {
    const { entries, entry } = requireUnchanged(session, input);
    const { lastDay, successor, reason } = input;
    if (entry.activeFrom !== null && lastDay < entry.activeFrom) throw invalid('lastDay');
    if (successor !== null) requireSuccessor(entries, entry, lastDay, successor);
    const before = writtenOf(entry);
    return writeEntry(parts, session, input, [before, { ...before, activeTo: lastDay, successor }], 'retired', reason);
  });
}

/** Takes a retirement back: the entry may be chosen again, for days past as well. */
export function reinstateEntry(parts: EditParts, session: RecordSession, input: ParsedInput<'reference.reinstate'>) {
  return session.register.database.write(() => {
    const { entry } = requireUnchanged(session, input);
    const before = writtenOf(entry);
    return writeEntry(parts, session, input, [before, { ...before, activeTo: null, successor: null }], 'reinstated');
  });
}
