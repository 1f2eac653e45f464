import type { RetentionDeclaration } from '../../vocabulary.ts';

/**
 * A case is kept from its end on: the day on which the last verdict became final or, where it came to none, on which
 * the last investigation was closed. Both dates stand in rows below the defendants, so the latest of each counts, and
 * none of them while a defendant is still open. Identities of defendants rest on law, not on consent, and stay as long.
 */
export const retention = [
  { entity: 'case', startsAt: ['final_date', 'investigation_end'], institution: 'prosecutor_office' },
] as const satisfies readonly RetentionDeclaration[];
