/**
 * The declarations of the kinds of registers. A thread or window works on one register and reads the declarations of its
 * kind alone: the others are modules of their own that nothing else may import (a rule of the dependency check).
 */
import { indexOf, type RegisterIndex } from './register-index.ts';
import type { RegisterDeclaration, RegisterKind } from './vocabulary.ts';

const readers: Readonly<Record<RegisterKind, () => Promise<RegisterDeclaration>>> = {
  victims: async () => (await import('./registers/victims/register.ts')).victims,
  justice: async () => (await import('./registers/justice/register.ts')).justice,
};

const loaded = new Map<RegisterKind, RegisterDeclaration>();

/** Reads the declarations of one kind, once; `registerOf` and `indexOfKind` know it from then on. */
export async function loadRegister(kind: RegisterKind): Promise<void> {
  if (!loaded.has(kind)) loaded.set(kind, await readers[kind]());
}

/** The declarations of the kind of register that this thread or window works on. */
export function registerOf(kind: RegisterKind): RegisterDeclaration {
  const register = loaded.get(kind);
  if (!register) throw new Error(`the dictionary of ${kind} has not been loaded here`);
  return register;
}

/** Lookups over the declarations of that kind. */
export function indexOfKind(kind: RegisterKind): RegisterIndex {
  return indexOf(registerOf(kind));
}
