/** REF: what is chosen from a list of the installation was in use when the record was registered, or when it was so. */
import { chosenInUse } from '../../../shared-rules/reference.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';
import { quality } from '../quality.ts';
import { referenceLists } from '../reference-lists.ts';

// R07 speaks of the identifying institution: its own date alone decides there.
export const referenceRules: readonly RuleDeclaration[] = chosenInUse({
  fields,
  referenceLists,
  quality,
  except: ['identifying_institution'],
});
