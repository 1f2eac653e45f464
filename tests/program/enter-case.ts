/** A whole invented case, typed into a register as the window would send it. */
import { expect } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { identityKey } from '#shared/records/identity.ts';
import { typedCase } from '../justice/typed-case.ts';
import type { Program } from './open-program.ts';

type Opened = Output<'record.open'>;

// Invented. The day of birth fits the age at the offence that the case tells.
const identity = {
  def_first_name: 'Zzyxanto',
  def_last_name: 'Qwordov',
  def_personal_no: '9911223344',
  def_birth_date: '1989-02-03',
};

interface Told {
  /** Another day of birth; the program counts the age from it. */
  readonly born?: string;
  /** Rules that speak of the case, each confirmed with a reason. */
  readonly confirmed?: readonly string[];
}

/** The case entered, numbered and completed, with the identity of its defendant. */
export async function enterCase(program: Program, { born, confirmed = [] }: Told = {}): Promise<Opened> {
  const { meta } = await program.call('record.create', { entity: 'case' });
  const { id } = meta;
  const saved = await program.call('record.save', { id, revision: meta.revision, content: typedCase(), reason: null });
  const [defendant] = saved.content.groups['defendant'] ?? [];
  const named = await program.call('identity.save', {
    recordId: id,
    revision: saved.meta.revision,
    values: Object.fromEntries(
      Object.entries({ ...identity, ...(born !== undefined && { def_birth_date: born }) }).map(([field, value]) => [
        identityKey({ row: defendant?.id ?? '', field }),
        value,
      ]),
    ),
  });
  const { findings } = await program.call('record.check', { id });
  expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(confirmed);
  const numbered = await program.call('record.number', { id, revision: named.meta.revision });
  const confirmations = confirmed.map((rule) => ({ rule, reason: 'So it stands in the file.' }));
  await program.call('record.complete', { id, revision: numbered.meta.revision, confirmations });
  return program.call('record.open', { id });
}
