/** B Identity vault: direct identifiers; encrypted apart from everything else. */
import type { FieldDeclaration } from '../../vocabulary.ts';
import { ageReferenceFields } from './age.ts';

export const identityFields = [
  {
    no: 'V12',
    id: 'first_name',
    entity: 'victim_identity',
    section: 'identity',
    type: 'text',
    required: 'N',
    sensitivity: 'direct',
    missing: ['unknown', 'refused'],
    maxLength: 100,
    source: 'C H~',
  },
  {
    no: 'V13',
    id: 'last_name',
    entity: 'victim_identity',
    section: 'identity',
    type: 'text',
    required: 'N',
    sensitivity: 'direct',
    missing: ['unknown', 'refused'],
    maxLength: 100,
    source: 'C H~',
  },
  {
    no: 'V14',
    id: 'national_id',
    entity: 'victim_identity',
    section: 'identity',
    type: 'text',
    required: 'N',
    sensitivity: 'direct',
    missing: ['unknown', 'not_applicable', 'refused'],
    maxLength: 40,
    source: 'C',
  },
  {
    no: 'V15',
    id: 'contact_details',
    entity: 'victim_identity',
    section: 'identity',
    type: 'text',
    required: 'N',
    sensitivity: 'direct',
    missing: ['unknown', 'not_applicable', 'refused'],
    maxLength: 1000,
    multiline: true,
    source: 'C',
  },
  {
    no: 'V16',
    id: 'date_of_birth',
    entity: 'victim_identity',
    section: 'identity',
    type: 'partial_date',
    required: 'F',
    sensitivity: 'direct',
    missing: ['unknown', 'refused'],
    // Without consent nothing need stand in the vault (R27), so nothing there is asked for.
    requiredWhen: {
      all: [
        // `known` has only two answers: a consent that was not asked for demands nothing.
        { field: 'consent_given', known: true },
        { field: 'consent_given', is: ['yes'] },
        { not: { field: 'consent_withdrawn_on', known: true } },
      ],
    },
    min: '1900-01-01',
    ageOn: ageReferenceFields,
    source: 'H~ C',
  },
] as const satisfies readonly FieldDeclaration[];
