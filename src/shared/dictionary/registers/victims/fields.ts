import type { FieldDeclaration } from '../../vocabulary.ts';
import { assistanceFields } from './assistance.ts';
import { backgroundFields } from './background.ts';
import { exploitationFields } from './exploitation.ts';
import { identificationFields } from './identification.ts';
import { identityFields } from './identity.ts';
import { justiceFields } from './justice.ts';
import { preventedFields } from './prevented.ts';
import { recruitmentFields } from './recruitment.ts';
import { registrationFields } from './registration.ts';
import { returnFields } from './return.ts';
import { transportationFields } from './transportation.ts';

/** Every field of the register, in the order of the data dictionary. */
export const fields = [
  ...registrationFields,
  ...identityFields,
  ...backgroundFields,
  ...recruitmentFields,
  ...transportationFields,
  ...exploitationFields,
  ...identificationFields,
  ...assistanceFields,
  ...returnFields,
  ...justiceFields,
  ...preventedFields,
] as const satisfies readonly FieldDeclaration[];

export type FieldId = (typeof fields)[number]['id'];
