/** A whole invented case, typed into a register as the window would send it. */
import { v7 as newId } from 'uuid';
import { expect } from 'vitest';
import type { Contract, Output } from '#shared/contract/contract.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { withinKey } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { wholeCase } from '../justice/whole-case.ts';
import type { Program } from './open-program.ts';

type Opened = Output<'record.open'>;
type Content = InputOf<Contract['record.save']>['content'];

const index = indexOfKind('justice');
const isDerived = (entity: string, id: string): boolean => index.findField(entity, id)?.derived === true;

// Invented. The day of birth fits the age at the offence that the case tells.
const identity = {
  def_first_name: 'Zzyxanto',
  def_last_name: 'Qwordov',
  def_personal_no: '9911223344',
  def_birth_date: '1989-02-03',
};

/** A whole case as the window would send it: rows under ids of their own, what the program sets left to the program. */
function typedCase(): Content {
  const { values, groups } = wholeCase({
    // Codes of the lists that a register of Kosovo is delivered with.
    case: { prosecutor_office: 'prosecution_prishtine', exploitation_forms: ['begging', 'forced_labour_or_services'] },
    charge: { legal_article: 'cc2019_165_child' },
    trial: { court: 'court_prishtine' },
  });
  const ids = new Map<string, string>();
  for (const row of Object.values(groups).flat()) ids.set(row.id, newId());
  const idOf = (name: unknown): string => ids.get(String(name)) ?? '';
  const typed = (entity: string, answers: Readonly<Record<string, FieldValue>>) =>
    Object.fromEntries(
      Object.entries(answers)
        // The code of a person is given when the case is numbered.
        .filter(([id]) => !isDerived(entity, id) && id !== 'person_code')
        .map(([id, value]) => [id, id === withinKey ? idOf(value) : value]),
    );
  return {
    values: typed('case', values),
    groups: Object.fromEntries(
      Object.entries(groups).map(([entity, rows]) => [
        entity,
        rows.map((row) => ({ id: idOf(row.id), values: typed(entity, row.values) })),
      ]),
    ),
  } as Content;
}

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
