/**
 * Sections of the form, in their order. Identities stand apart as in the victims register, so the letters of the form
 * run one ahead of those of the data dictionary from the investigation on (A Case ... M International cooperation).
 */
export const sections = [
  { id: 'case', entity: 'case' },
  { id: 'defendant', entity: 'case' },
  { id: 'identity', entity: 'case' },
  { id: 'investigation', entity: 'case' },
  { id: 'charges', entity: 'case' },
  { id: 'trial', entity: 'case' },
  { id: 'verdict', entity: 'case' },
  { id: 'sentence', entity: 'case' },
  { id: 'appeals', entity: 'case' },
  { id: 'assets', entity: 'case' },
  { id: 'compensation', entity: 'case' },
  { id: 'victims', entity: 'case' },
  { id: 'cooperation', entity: 'case' },
] as const;
