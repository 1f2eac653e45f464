import type { RegisterDeclaration } from '../../vocabulary.ts';
import { codeLists } from './code-lists.ts';
import { counted } from './counted/counted.ts';
import { derive } from './derivations.ts';
import { entities } from './entities.ts';
import { facts } from './facts.ts';
import { fields } from './fields.ts';
import { quality } from './quality.ts';
import { keptLists, referenceLists } from './reference-lists.ts';
import { retention } from './retention.ts';
import { rules } from './rules/rules.ts';
import { sections } from './sections.ts';
import { spans } from './spans.ts';

/** The victims register: held by a Ministry of the Interior or a National Coordinator's office. */
export const victims: RegisterDeclaration = {
  kind: 'victims',
  version: '1.0',
  sections,
  entities,
  fields,
  rules,
  derive,
  spans,
  facts,
  codeLists,
  referenceLists,
  keptLists,
  listColumns: {
    victim: [
      'registration_date',
      'trafficking_status',
      'sex',
      'age_group',
      'citizenship',
      'exploitation_main_form',
      'identification_date',
      'reporting_institution',
    ],
    prevented_case: [
      'prevented_registration_date',
      'prevented_date',
      'prevented_stage',
      'prevented_institution',
      'prevented_adults',
      'prevented_children',
      'prevented_intended_form',
    ],
  },
  retention,
  quality,
  counted,
};
