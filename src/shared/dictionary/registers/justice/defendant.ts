/** B Defendant: number in the case, code of the person, natural or legal person. */
import type { FieldDeclaration } from '../../vocabulary.ts';

export const defendantFields = [
  {
    no: 'J21',
    id: 'defendant_id',
    entity: 'defendant',
    section: 'defendant',
    type: 'int',
    required: 'Y',
    sensitivity: 'none',
    missing: [],
    min: 1,
    source: 'H~',
  },
  {
    no: 'J22',
    id: 'person_code',
    entity: 'defendant',
    section: 'defendant',
    type: 'text',
    personRole: 'person_code',
    required: 'Y',
    sensitivity: 'quasi',
    missing: [],
    maxLength: 40,
    source: 'H~',
  },
  {
    no: 'J23',
    id: 'person_type',
    entity: 'defendant',
    section: 'defendant',
    type: 'code',
    list: 'PERSTYPE',
    required: 'Y',
    sensitivity: 'none',
    missing: [],
    source: 'G IC',
  },
] as const satisfies readonly FieldDeclaration[];
