/** Appeals and their outcome. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const appealKinds = {
  id: 'APPKIND',
  codes: [{ code: 'ordinary' }, { code: 'extraordinary' }],
} as const satisfies CodeListDeclaration;

export const appellants = {
  id: 'APPBY',
  codes: [{ code: 'prosecutor' }, { code: 'defence' }, { code: 'injured_party' }, { code: 'several' }],
} as const satisfies CodeListDeclaration;

export const appealOutcomes = {
  id: 'APPOUT',
  codes: [
    { code: 'upheld' },
    { code: 'sentence_increased' },
    { code: 'sentence_reduced' },
    { code: 'verdict_reversed_to_acquittal' },
    { code: 'verdict_reversed_to_conviction' },
    { code: 'sent_back_for_retrial' },
    { code: 'inadmissible' },
    { code: 'withdrawn' },
    { code: 'pending' },
  ],
} as const satisfies CodeListDeclaration;
