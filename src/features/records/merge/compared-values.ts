import { isTyped } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { sameValue } from '#shared/records/content.ts';
import type { FieldValue } from '#shared/records/record.ts';

/** Whether an answer differs in two records; what the program sets follows from the rest and is nobody's to choose. */
export function areCompared(
  field: FieldDeclaration,
  a: FieldValue | undefined,
  b: FieldValue | undefined,
): 'nothing' | 'same' | 'different' {
  if (!isTyped(field) || ((a ?? null) === null && (b ?? null) === null)) return 'nothing';
  return sameValue(a, b) ? 'same' : 'different';
}
