/** Numbers that rules measure by: those that an installation may set, and those that stand in law. */
import type { RuleContext } from '../../../../records/record.ts';
import { limitOf } from '../../../limits.ts';
import type { LimitDeclaration } from '../../../vocabulary.ts';

const months = { least: 1, most: 120, unit: 'months' } as const;

export const limits = {
  /** Below this age nobody can be accused. */
  ageOfResponsibility: { rule: 'R39', delivered: 14, least: 10, most: 18, unit: 'years' },
  inquiryMonths: { rule: 'R46', delivered: 6, ...months },
  investigationMonths: { rule: 'R46', delivered: 24, ...months },
  trialMonths: { rule: 'R46', delivered: 24, ...months },
} as const satisfies Readonly<Record<string, LimitDeclaration>>;

const limitAtStage = {
  preliminary_inquiry: 'inquiryMonths',
  investigation: 'investigationMonths',
  trial: 'trialMonths',
} as const;

const isMeasured = (stage: string): stage is keyof typeof limitAtStage => Object.hasOwn(limitAtStage, stage);

type Context = Pick<RuleContext, 'limits'>;

/** R39: the age below which nobody can be accused. */
export const ageOfResponsibility = (context: Context): number => limitOf(limits, 'ageOfResponsibility', context);

/** R46: months after which a case that stays at a stage is asked about; undefined where there is no such number. */
export const monthsAllowedAt = (stage: string, context: Context): number | undefined =>
  isMeasured(stage) ? limitOf(limits, limitAtStage[stage], context) : undefined;

/** R45: Palermo Convention, art. 2(a): a structured group of three or more persons. */
export const leastOfOrganisedGroup = 3;

/** R45: a border has two sides. */
export const leastCountriesAcrossBorder = 2;
