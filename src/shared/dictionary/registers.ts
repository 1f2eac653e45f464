import { AppError } from '../contract/errors.ts';
import { indexOf, type RegisterIndex } from './register-index.ts';
import { justice } from './registers/justice/register.ts';
import { victims } from './registers/victims/register.ts';
import type { RegisterDeclaration, RegisterKind } from './vocabulary.ts';

const declared: Partial<Record<RegisterKind, RegisterDeclaration>> = { victims, justice };

/** The declarations of one kind of register; a kind this version does not know is refused. */
export function registerOf(kind: RegisterKind): RegisterDeclaration {
  const register = declared[kind];
  if (!register) throw new AppError('REGISTER_OTHER_KIND', { kind });
  return register;
}

/** Lookups over the declarations of one kind of register. */
export function indexOfKind(kind: RegisterKind): RegisterIndex {
  return indexOf(registerOf(kind));
}
