import type { RetentionDeclaration } from '../../vocabulary.ts';

/**
 * A case is kept from its end on: the day on which the proceedings against the last of its defendants ended
 * (derivations.ts). Identities of defendants rest on law, not on consent, and stay as long.
 */
export const retention = [
  { entity: 'case', startsAt: ['case_closed_on'], institution: 'prosecutor_office' },
] as const satisfies readonly RetentionDeclaration[];
