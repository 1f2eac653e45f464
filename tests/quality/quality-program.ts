/** A training register with several officers, records in correction and something of everything to count. */

import { storeOf } from '#electron/services/records/record-store.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { openTraining, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { type Random, randomFrom } from '../statistics/invented-victims.ts';

export interface QualityProgram {
  readonly program: Program;
  readonly random: Random;
  /** Accounts that entered records, the one that is signed in first. */
  readonly officers: readonly string[];
  /** Content as last completed of records that were changed since they were returned. */
  readonly lastCompleted: ReadonlyMap<string, RecordContent>;
}

export function sessionOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session;
}

export const databaseOf = (program: Program) => sessionOf(program).register.database;

/** Everything random follows the seed. */
export async function openQualityProgram(records: number, seed: number): Promise<QualityProgram> {
  const program = await openTraining(records, seed, { now: '2026-11-20T10:00:00Z' });
  const random = randomFrom(seed);
  const officers = [sessionOf(program).account.id];
  for (const login of ['ana', 'besa']) {
    const { account } = await addOfficer(program, login);
    officers.push(account);
  }
  const database = databaseOf(program);
  for (const { entity, root } of storeOf(database, 'victims').roots) {
    for (const { id } of database.prepare(`SELECT id FROM "${root.table}" ORDER BY id`).all()) {
      const by = officers[Math.floor(random() * officers.length)] ?? '';
      const day = String(Math.floor(random() * 28) + 1).padStart(2, '0');
      // Some were entered long after, and some before what they tell of.
      const at = random() < 0.15 ? `${2019 + Math.floor(random() * 8)}-02-${day}T11:00:00.000Z` : null;
      database
        .prepare(`UPDATE "${entity}" SET entered_by = ?, created_at = coalesce(?, created_at) WHERE id = ?`)
        .run(by, at, id);
    }
  }
  const lastCompleted = await correctSome(program);
  strewMarkers(program, random, lastCompleted);
  return { program, random, officers, lastCompleted };
}

/** Answers that the invented records hardly hold. */
function strewMarkers(program: Program, random: Random, except: ReadonlyMap<string, unknown>): void {
  const database = databaseOf(program);
  const markers = ['unknown', 'not_asked', 'refused', 'withheld', null];
  const fields = ['education_level', 'marital_status', 'recruitment_date', 'times_trafficked', 'justice_case_ref'];
  for (const field of [...fields, 'identification_date']) {
    for (const { id } of database.prepare('SELECT id FROM victim ORDER BY id').all()) {
      if (random() > 0.2 || except.has(String(id))) continue;
      const marker = markers[Math.floor(random() * markers.length)] ?? null;
      database.prepare(`UPDATE victim SET "${field}" = NULL, "${field}_missing" = ? WHERE id = ?`).run(marker, id);
    }
  }
}

export async function addOfficer(program: Program, login: string): Promise<{ readonly account: string }> {
  const passphrase = 'bakilo-temuna-rofeti-ganipu';
  await program.call('account.add', { login, displayName: `Name of ${login}`, roles: ['officer'], passphrase });
  const { accounts } = await program.call('account.list', {});
  return { account: accounts.find((each) => each.login === login)?.id ?? '' };
}

/** Returns a few records and changes them: they go on counting with what was last completed. */
async function correctSome(program: Program): Promise<Map<string, RecordContent>> {
  const kept = new Map<string, RecordContent>();
  const question = listOf('victim', {
    filters: [
      { kind: 'answer', field: 'closure_date', anyOf: ['not_entered'] },
      { kind: 'state', anyOf: ['complete'] },
      { kind: 'archived', is: false },
    ],
    order: { by: 'number', descending: false },
    limit: 25,
  });
  const { rows } = await program.call('record.list', question);
  for (const { meta } of rows) {
    await program.call('record.return', { id: meta.id, revision: meta.revision, reason: 'To be corrected' });
    const { content, meta: returned } = await program.call('record.open', { id: meta.id });
    const { exploitation: _dropped, ...groups } = content.groups;
    const changed = {
      values: {
        ...content.values,
        education_level: null,
        sex: { missing: 'unknown' as const },
        reflection_days: 14,
        registration_date: '2001-05-05',
        reporting_institution: null,
      },
      groups,
    };
    kept.set(meta.id, content);
    await program.call('record.save', { id: meta.id, revision: returned.revision, content: changed, reason: null });
  }
  return kept;
}
