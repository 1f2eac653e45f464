import { textOf } from '../../../records/read-value.ts';
import type { Values } from '../../../records/record.ts';
import { exploitationForms } from '../../code-lists/exploitation.ts';
import { iccsClasses } from '../../code-lists/offences.ts';
import type { CodeDeclaration } from '../../vocabulary.ts';
import { traffickingOffences } from './charges.ts';

type IccsClass = (typeof iccsClasses)['codes'][number]['code'];

const notTrafficking: IccsClass = 'not_trafficking';
const ofTrafficking = iccsClasses.codes.map(({ code }) => code).filter((code) => code !== notTrafficking);

/** Classes that a charge of this offence can have: of trafficking the form of exploitation decides which. */
export const iccsClassesOf = (offence: string): readonly IccsClass[] =>
  traffickingOffences.includes(offence) ? ofTrafficking : [notTrafficking];

const forms: readonly CodeDeclaration[] = exploitationForms.codes;

/**
 * Class of a charge in the ICCS (UNODC 2015, 0204 Trafficking in persons): for sexual exploitation 02041, for forced
 * labour or services 02042, for organ removal 02043, for other purposes 02049. An unknown form counts among the others;
 * undefined where the offence or the form is not entered yet.
 */
export function iccsClassOf(charge: Values): IccsClass | undefined {
  const offence = textOf(charge, 'charge_offence');
  if (offence === undefined) return undefined;
  if (!traffickingOffences.includes(offence)) return notTrafficking;
  const stated = charge['charge_form'];
  if (stated === undefined || stated === null || stated === '') return undefined;
  const form = forms.find(({ code }) => code === stated);
  if (form?.group === 'sexual') return 'c02041';
  if (form?.group === 'labour') return 'c02042';
  return form?.code === 'organ_removal' ? 'c02043' : 'c02049';
}
