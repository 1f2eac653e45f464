/** What a supervisor decides about two records of one registration, before anything is written. */
import type { Output } from '#shared/contract/contract.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { suggestedChoice, suggestedFields } from '#shared/records/merged-content.ts';

export type Prepared = Output<'merge.prepare'>;
export type Side = 'id' | 'other';
export type SideRecord = Prepared[Side];

export interface Choice {
  /** The record that stays. */
  readonly kept: Side;
  /** Fields and identifiers taken from the other one. */
  readonly fields: ReadonlySet<string>;
  readonly identity: ReadonlySet<string>;
  /** Rows of both that stay. */
  readonly rows: ReadonlySet<string>;
}

export const otherSide = (side: Side): Side => (side === 'id' ? 'other' : 'id');

/** A numbered record stays rather than one without a number, and the older rather than the newer. */
export function suggestedKept({ id, other }: Prepared): Side {
  const [own, second] = [id.meta.number, other.meta.number];
  if (own === null || second === null) return own === null && second !== null ? 'other' : 'id';
  return own <= second ? 'id' : 'other';
}

/** What is taken where nobody decides otherwise: whatever says more, and every row once. */
export function choiceKeeping(index: RegisterIndex, prepared: Prepared, kept: Side): Choice {
  const [own, gone] = [prepared[kept], prepared[otherSide(kept)]];
  const { entity } = own.meta;
  const { fields, rows } = suggestedChoice(index, entity, own.content, gone.content);
  const vault = index.vaultOf(entity)?.id;
  const identity = vault === undefined ? [] : suggestedFields(index, vault, own.identity ?? {}, gone.identity ?? {});
  return { kept, fields: new Set(fields), identity: new Set(identity), rows: new Set(rows) };
}

/** The same set with or without one member. */
export function toggled(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
