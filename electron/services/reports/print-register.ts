import { registerOf } from '#shared/dictionary/registers.ts';
import { registerInfo } from '../../database/fixed-tables.ts';
import type { OpenRegister } from '../open-register.ts';
import type { PrintRegister } from './writing.ts';

/** What a print says of the open register. */
export function printRegister(
  { database, kind }: Pick<OpenRegister, 'database' | 'kind'>,
  programVersion: string,
): PrintRegister {
  const info = database.orm.select().from(registerInfo).get();
  if (!info) throw new Error('the register has no row of its own');
  const { institution, office, training } = info;
  return { kind, institution, office, training, programVersion, dictionaryVersion: registerOf(kind).version };
}
