/** Sections of the forms, in their order; numbered as in the data dictionary (A Registration ... K Prevented cases). */
export const sections = [
  { id: 'registration', entity: 'victim' },
  { id: 'identity', entity: 'victim' },
  { id: 'background', entity: 'victim' },
  { id: 'recruitment', entity: 'victim' },
  { id: 'transportation', entity: 'victim' },
  { id: 'exploitation', entity: 'victim' },
  { id: 'identification', entity: 'victim' },
  { id: 'assistance', entity: 'victim' },
  { id: 'return', entity: 'victim' },
  { id: 'justice', entity: 'victim' },
  { id: 'prevented', entity: 'prevented_case' },
] as const;

export type SectionId = (typeof sections)[number]['id'];
