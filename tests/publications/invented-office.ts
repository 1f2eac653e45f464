/** An office with invented victims that publishes, and what happens to records afterwards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeOf } from '#electron/services/records/record-store.ts';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { Language } from '#shared/languages.ts';
import { openTraining, type Program } from '../program/open-program.ts';

export const moment = '2026-11-20T10:00:00Z';

export async function publishingOffice(records = 150, seed = 2026): Promise<Program> {
  return openTraining(records, seed, { now: moment });
}

export const publish = (
  program: Program,
  what: Partial<Input<'publication.publish'>> = {},
): Promise<Output<'publication.publish'>> =>
  program.call('publication.publish', { kind: 'summary', id: null, period: '2025', ...what });

/** Records with the day of their first formal identification, as they were completed; archived ones cannot be corrected. */
export function decisionsOf(program: Program, year: string): { readonly id: string; readonly day: string }[] {
  const { register } = program.services.sessions.current() ?? {};
  if (!register) throw new Error('nobody is signed in');
  return [...storeOf(register.database, register.kind).of('victim').reader.iterate()].flatMap(({ meta, content }) => {
    const first = (content.groups.status_decision ?? [])
      .filter(({ values }) => values.status === 'formally_identified')
      .map(({ values }) => String(values.status_date))
      .toSorted()[0];
    return meta.completedRevision !== null && first?.startsWith(year) && !meta.archived
      ? [{ id: meta.id, day: first }]
      : [];
  });
}

/** Ids of records whose identification lies in a year, as they were completed. */
export const identifiedIn = (program: Program, year: string): string[] =>
  decisionsOf(program, year).map(({ id }) => id);

/** The days of these identifications that are known to the day. */
export const identifiedOn = (program: Program, year: string): string[] =>
  decisionsOf(program, year)
    .map(({ day }) => day)
    .filter(({ length }) => length === 10);

export function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

export async function bin(program: Program, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { meta } = await program.call('record.open', { id });
    await program.call('record.bin', { id, revision: meta.revision, reason: 'Entered twice' });
  }
}

/** A publication once more: the bytes of a file, and the HTML of a PDF. */
export async function writtenAgain(
  program: Program,
  id: string,
  format: 'pdf' | 'json',
  language: Language = 'sq',
): Promise<string> {
  const file = join(program.folder, `again.${format}`);
  await program.call('publication.write', { id, language, format, file });
  return format === 'pdf' ? (program.printed.at(-1) ?? '') : readFileSync(file, 'utf8');
}

export const databaseOf = (program: Program) => {
  const { register } = program.services.sessions.current() ?? {};
  if (!register) throw new Error('nobody is signed in');
  return register.database;
};

/** Adds to the first of the records that can be edited the decision that the identification is revoked. */
export async function revokeOne(program: Program, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { meta, content, allowed } = await program.call('record.open', { id });
    const decisions = content.groups.status_decision ?? [];
    const last = decisions.at(-1);
    if (!allowed.edit || !last || decisions.some(({ values }) => values.status === 'status_withdrawn')) continue;
    const values = { ...last.values, status: 'status_withdrawn', status_date: '2026-09-01' };
    const row = { id: '01900000-0000-7000-8000-000000000001', values };
    const groups = { ...content.groups, status_decision: [...decisions, row] };
    const changed = { ...content, groups };
    await program.call('record.save', {
      id,
      revision: meta.revision,
      content: changed,
      reason: 'Decision of the court',
    });
    return;
  }
  throw new Error('no record can be edited');
}
