/** The rules of the justice register over one case. */
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { rules } from '#shared/dictionary/registers/justice/rules/rules.ts';
import type { Finding, RuleContext, RuleSubject } from '#shared/records/record.ts';
import { context } from '../../justice/a-case.ts';

/** What the rules say of a case at completion; `derived` leaves the case as it stands. */
export const said = (subject: RuleSubject, more: Partial<RuleContext> = {}): readonly Finding[] =>
  rules.flatMap((rule) => rule.check(subject, { ...context, ...more }));

/** What they say once the program has set its own values, as it does before it asks them. */
export const saidOf = (typed: RuleSubject, more: Partial<RuleContext> = {}): readonly Finding[] =>
  said(derive(typed, { ...context, ...more }), more);
