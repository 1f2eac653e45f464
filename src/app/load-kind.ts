import { loadRegister } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { loadTextsOf } from '../i18n/texts.ts';

const loading = new Map<RegisterKind, Promise<unknown>>();

/** Dictionary, rules and texts of the kind of register that was opened; the same promise each time, for `use`. */
export function loadKind(kind: RegisterKind): Promise<unknown> {
  const known = loading.get(kind) ?? Promise.all([loadRegister(kind), loadTextsOf(kind)]);
  loading.set(kind, known);
  return known;
}
