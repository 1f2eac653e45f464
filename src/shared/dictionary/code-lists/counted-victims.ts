/** Victims that a case counts without naming them. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const countedAges = {
  id: 'VGROUP_AGE',
  codes: [{ code: 'child' }, { code: 'adult' }],
} as const satisfies CodeListDeclaration;
