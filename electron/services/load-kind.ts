import { loadRegister } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { loadTextsOf } from './reports/texts.ts';

/** Makes dictionary, rules and their texts of one kind of register ready in this thread, and of no other kind. */
export async function loadKind(kind: RegisterKind): Promise<void> {
  await Promise.all([loadRegister(kind), loadTextsOf(kind)]);
}
