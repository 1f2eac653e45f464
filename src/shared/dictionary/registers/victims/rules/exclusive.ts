/** R13: answers such as "alone" or "none" stand by themselves. */
import { exclusiveStandAlone } from '../../../shared-rules/exclusive.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { codeLists } from '../code-lists.ts';
import { fields } from '../fields.ts';

export const exclusiveRules: readonly RuleDeclaration[] = [
  { id: 'R13', entity: 'victim', level: 'hard', check: exclusiveStandAlone({ fields, codeLists }) },
];
