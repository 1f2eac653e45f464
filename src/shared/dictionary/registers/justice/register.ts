import type { RegisterDeclaration } from '../../vocabulary.ts';
import { codeLists } from './code-lists.ts';
import { counted } from './counted/counted.ts';
import { courses } from './course.ts';
import { derive } from './derivations.ts';
import { entities } from './entities.ts';
import { facts } from './facts.ts';
import { fields } from './fields.ts';
import { listColumns } from './list-columns.ts';
import { quality } from './quality.ts';
import { keptLists, referenceLists } from './reference-lists.ts';
import { retention } from './retention.ts';
import { limits } from './rules/limits.ts';
import { rules } from './rules/rules.ts';
import { sections } from './sections.ts';
import { spans } from './spans.ts';

/** The justice register: held by a Prosecutor's office. */
export const justice: RegisterDeclaration = {
  kind: 'justice',
  version: '1.0',
  sections,
  entities,
  fields,
  rules,
  limits,
  derive,
  spans,
  facts,
  codeLists,
  referenceLists,
  keptLists,
  listColumns,
  retention,
  quality,
  counted,
  courses,
};
