/** R13, R30 and REF, as in every register. */
import { exclusiveStandAlone } from '../../../shared-rules/exclusive.ts';
import { mostlyMarkers } from '../../../shared-rules/mostly-markers.ts';
import { chosenInUse } from '../../../shared-rules/reference.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { codeLists } from '../code-lists.ts';
import { fields } from '../fields.ts';
import { quality } from '../quality.ts';
import { referenceLists } from '../reference-lists.ts';

export const sharedRules: readonly RuleDeclaration[] = [
  { id: 'R13', entity: 'case', level: 'hard', check: exclusiveStandAlone({ fields, codeLists }) },
  { id: 'R30', entity: 'case', level: 'soft', waits: ['mostly'], check: mostlyMarkers(fields) },
  ...chosenInUse({ fields, referenceLists, quality }),
];
