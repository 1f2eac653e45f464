/** A register with invented victims of every state, opened by a supervisor who holds the vault key. */

import type { Output } from '#shared/contract/contract.ts';
import { openTraining, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';

export type Opened = Output<'record.open'>;
type Meta = Opened['meta'];

export const reason = 'The same paper was typed twice.';

export const openInvented = (): Promise<Program> =>
  openTraining(60, 11, { roles: ['administrator', 'supervisor', 'officer'], now: '2026-11-20T10:00:00Z' });

export async function listed(program: Program, states: Meta['state'][], binned = false): Promise<readonly Meta[]> {
  const filters = [
    { kind: 'state' as const, anyOf: states },
    { kind: 'archived' as const, is: false },
  ];
  const order = { by: 'number', descending: false } as const;
  const { rows } = await program.call('record.list', listOf('victim', { filters, binned, order, limit: 200 }));
  return rows.map(({ meta }) => meta);
}

/** Records of persons who are registered once. */
export async function singles(program: Program, states: Meta['state'][]): Promise<readonly Opened[]> {
  const all = await listed(program, ['draft', 'complete', 'verified', 'returned_for_correction']);
  const codes = all.map(({ code }) => code);
  const metas = (await listed(program, states)).filter(
    ({ code }) => code !== null && codes.indexOf(code) === codes.lastIndexOf(code),
  );
  const opened: Opened[] = [];
  for (const { id } of metas) opened.push(await program.call('record.open', { id }));
  return opened;
}

export const openAgain = (program: Program, { meta }: { readonly meta: { readonly id: string } }): Promise<Opened> =>
  program.call('record.open', { id: meta.id });

export const at = ({ meta: { id, revision } }: Opened) => ({ id, revision });

export const identityOf = async (program: Program, id: string) =>
  (await program.call('identity.open', { recordId: id, reason: null })).values;

/** Without what the program sets anew with each save. */
export const answers = ({ content }: Opened) => {
  const { record_status: _status, ...values } = content.values;
  return { values, groups: content.groups };
};
