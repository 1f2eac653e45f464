import type { FieldValue, Values } from '../../records/record.ts';

/** Identities of the defendants by their rows, as one vault of the case: each key names the row before the field. */
export function vaultOf(identities: Readonly<Record<string, Values>>): Values {
  const vault: Record<string, FieldValue> = {};
  for (const [row, identity] of Object.entries(identities)) {
    for (const [field, value] of Object.entries(identity)) vault[`${row}.${field}`] = value;
  }
  return vault;
}
