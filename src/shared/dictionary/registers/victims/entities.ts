import type { EntityDeclaration } from '../../vocabulary.ts';

export const entities = [
  {
    id: 'victim',
    parent: null,
    role: 'record',
    registrations: { episode: 'episode_no', relation: 'episode_relation', first: 'first_registration' },
  },
  {
    id: 'victim_identity',
    parent: 'victim',
    role: 'vault',
    section: 'identity',
  },
  {
    id: 'status_decision',
    parent: 'victim',
    role: 'group',
    section: 'registration',
  },
  { id: 'recruiter', parent: 'victim', role: 'group', section: 'recruitment' },
  {
    id: 'journey_leg',
    parent: 'victim',
    role: 'group',
    section: 'transportation',
    ordinal: 'leg_no',
  },
  {
    id: 'exploitation',
    parent: 'victim',
    role: 'group',
    section: 'exploitation',
    ordinal: 'expl_no',
    applies: { field: 'exploitation_stage', is: ['exploited'] },
  },
  {
    id: 'referral',
    parent: 'victim',
    role: 'group',
    section: 'identification',
  },
  { id: 'service', parent: 'victim', role: 'group', section: 'assistance' },
  {
    id: 'reintegration_entry',
    parent: 'victim',
    role: 'group',
    section: 'return',
  },
  {
    id: 'compensation_claim',
    parent: 'victim',
    role: 'group',
    section: 'justice',
    applies: { field: 'compensation_claimed', is: ['yes'] },
  },
  { id: 'prevented_case', parent: null, role: 'record' },
] as const satisfies readonly EntityDeclaration[];

export type EntityId = (typeof entities)[number]['id'];
